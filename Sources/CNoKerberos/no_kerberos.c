// What Debian's libpq.a needs of GSSAPI and LDAP, answered with "not available". MIT Kerberos has no static library in
// Debian, and the static libldap would bring GnuTLS and SASL along. No connection of this program uses either: libpq asks for
// credentials, learns that there are none, and goes on without; a service file that points to LDAP is an error.

#include <stddef.h>
#include <stdint.h>

#define UNAVAILABLE ((uint32_t)16 << 16)

uint32_t gss_acquire_cred(void) { return UNAVAILABLE; }
uint32_t gss_delete_sec_context(void) { return UNAVAILABLE; }
uint32_t gss_display_status(void) { return UNAVAILABLE; }
uint32_t gss_import_name(void) { return UNAVAILABLE; }
uint32_t gss_init_sec_context(void) { return UNAVAILABLE; }
uint32_t gss_release_buffer(void) { return UNAVAILABLE; }
uint32_t gss_release_cred(void) { return UNAVAILABLE; }
uint32_t gss_release_name(void) { return UNAVAILABLE; }
uint32_t gss_unwrap(void) { return UNAVAILABLE; }
uint32_t gss_wrap(void) { return UNAVAILABLE; }
uint32_t gss_wrap_size_limit(void) { return UNAVAILABLE; }
void *GSS_C_NT_HOSTBASED_SERVICE = NULL;

void *ldap_init(void) { return NULL; }
void *ldap_first_entry(void) { return NULL; }
void *ldap_get_values_len(void) { return NULL; }
char *ldap_err2string(void) { return "LDAP is not available"; }
int ldap_count_entries(void) { return -1; }
int ldap_msgfree(void) { return -1; }
int ldap_result(void) { return -1; }
int ldap_search_st(void) { return -1; }
int ldap_set_option(void) { return -1; }
int ldap_simple_bind(void) { return -1; }
int ldap_unbind(void) { return -1; }
void ldap_value_free_len(void) {}
