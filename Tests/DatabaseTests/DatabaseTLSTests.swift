// TLS to the database: the certificate is checked as the address asks, and nothing is ever weakened.

import FaultSupport
import Foundation
import ProgramSupport
import Testing

@Suite("TLS to a database", .serialized)
struct DatabaseTLSTests {
  /// Two authorities, and a certificate of the first for `localhost`.
  private static func certificates(in directory: URL) async throws {
    let script = """
      set -e
      cd "\(directory.path)"
      for name in ours theirs; do
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj "/CN=$name" \
          -keyout $name.key -out $name.crt
      done
      openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -keyout data/server.key \
        -out server.csr -addext subjectAltName=DNS:localhost
      openssl x509 -req -in server.csr -CA ours.crt -CAkey ours.key -CAcreateserial -days 30 -copy_extensions copy \
        -out data/server.crt
      chmod 600 data/server.key
      chmod 644 ours.crt theirs.crt
      """
    try await PostgresServer.run(["/bin/sh", "-c", script])
  }

  @Test("verify-full lets the right server in, and no other")
  func verified() async throws {
    let server = try await PostgresServer(["password_encryption=scram-sha-256"])
    try await Self.certificates(in: server.directory)
    let scene = try await DatabaseScene(server)
    try await server.sql(
      "alter system set ssl = on; create role app login password 'geheimnis7'", in: scene.database)
    try await server.sql(
      "grant select, insert, update, delete on all tables in schema public to app", in: scene.database)
    try "local all postgres trust\nhostssl all app 127.0.0.1/32 scram-sha-256\nhost all postgres 127.0.0.1/32 trust\n"
      .write(
        toFile: "\(server.directory.path)/data/pg_hba.conf", atomically: false, encoding: .utf8)
    let place = "port=\(server.port) dbname=\(scene.database) user=app password=geheimnis7"
    // Before the settings are read, the server speaks no TLS.
    try await refused(
      scene, "host=127.0.0.1 port=\(server.port) dbname=\(scene.database) user=postgres sslmode=require",
      "does not speak TLS as sslmode demands")
    try await server.sql("select pg_reload_conf()")
    let deadline = ContinuousClock.now + .seconds(20)
    while try await server.sql("show ssl") != "on", ContinuousClock.now < deadline {}

    let ours = "sslmode=verify-full sslrootcert=\(server.directory.path)/ours.crt"
    var good = scene.scene
    good.variables["VOICEBOT_DATABASE"] = "host=localhost hostaddr=127.0.0.1 \(place) \(ours)"
    #expect(try await good.ask(FaultScene.book(FaultScene.slot("ada", 9), caller: 1)).code == nil)
    let status = try await Desk.run(["database", "status"], good.variables["VOICEBOT_DATABASE"])
    #expect(status.text.contains("Connection: encrypted (TLS)"), "\(status.text)\(status.errorText)")

    let certificate = "shows a certificate that sslrootcert does not vouch for, or that is another server's"
    try await refused(
      scene,
      "host=localhost hostaddr=127.0.0.1 \(place) sslmode=verify-full sslrootcert=\(server.directory.path)/theirs.crt",
      certificate)
    try await refused(scene, "host=127.0.0.1 \(place) \(ours)", certificate)
    try await refused(
      scene,
      "host=localhost hostaddr=127.0.0.1 \(place) sslmode=verify-full sslrootcert=\(server.directory.path)/none.crt",
      "names no file that can be read")
    #expect(try await scene.ledger().events.count == 1)
    try await server.stop()
  }

  private func refused(_ scene: DatabaseScene, _ address: String, _ words: String) async throws {
    var other = scene.scene
    other.variables["VOICEBOT_DATABASE"] = address
    let result = try await other.child(FaultScene.book(FaultScene.slot("ada", 10), caller: 2)).run()
    #expect(FaultReply(result)?.code == "storage_unavailable", "\(result.text)")
    #expect(result.errorText.contains(words), "\(result.errorText)")
    #expect(!result.errorText.contains("geheimnis7") && !result.errorText.contains(scene.server.directory.path))
  }
}
