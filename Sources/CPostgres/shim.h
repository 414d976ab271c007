// libpq as the target DiaryDatabase uses it, for ordinary and for Embedded Swift.

#ifndef CPOSTGRES_H
#define CPOSTGRES_H

#include <libpq-fe.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

extern int __nss_configure_lookup(const char *, const char *);

// To be called before the first connection. A static libc would load the modules that nsswitch.conf names, which belong to
// the libc of the host; OpenSSL would load what openssl.cnf names; and a name server that is silent would be waited for
// longer than a caller waits.
static inline void postgres_prepare(void) {
  __nss_configure_lookup("hosts", "files dns");
  __nss_configure_lookup("passwd", "files");
  setenv("OPENSSL_CONF", "/dev/null", 1);
  setenv("RES_OPTIONS", "timeout:1 attempts:1", 0);
}

// Sets the int at `flag` where the server warns. Nothing that a server says is printed.
static inline void postgres_note_warning(void *flag, const PGresult *result) {
  const char *severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
  if (severity != NULL && strcmp(severity, "WARNING") == 0) *(int *)flag = 1;
}

static inline void postgres_watch_warnings(PGconn *connection, int *flag) {
  PQsetNoticeReceiver(connection, postgres_note_warning, flag);
}

// The SQLSTATE of a refusal, nil where the server gave none.
static inline const char *postgres_state(const PGresult *result) {
  return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}

#endif
