// The target has nothing to call: no_kerberos.c says what it is for.
