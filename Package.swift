// swift-tools-version: 6.2
import PackageDescription

/// bin/build sets VOICEBOT_EMBEDDED to compile the request program as Embedded Swift, from the same sources, with a build
/// folder of its own. The manifest then has the request program's targets alone.
let isEmbedded = Context.environment["VOICEBOT_EMBEDDED"] != nil
/// bin/test sets VOICEBOT_WARNINGS=errors. Users build without it: a newer compiler may know more warnings.
let areWarningsErrors = Context.environment["VOICEBOT_WARNINGS"] == "errors"

/// The same rules for every target: Swift 6, and `unsafe` is written where C is called.
let rules: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (areWarningsErrors ? [.treatAllWarnings(as: .error)] : [])
  + (isEmbedded ? [.enableExperimentalFeature("Embedded")] : [])

/// A library of this package.
func library(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: rules)
}

/// A program of this package.
func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: rules)
}

/// Tests of this package. bin/test says which part runs which target.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: rules)
}

/// What exists only where the trait PostgreSQL is on.
let withPostgreSQL: TargetDependencyCondition? = .when(traits: ["PostgreSQL"])

// Arrows go one way: a program uses Host or Desk, those use Webhook, it uses Scheduling and Diary, they use Business, it uses
// CivilTime and Patterns. DiaryFile is the engine that keeps a diary in a file, DiaryDatabase the one that keeps it in a
// database (trait PostgreSQL); Host and Desk choose one. DiaryFormat is what both write. System is the only target that makes
// system calls, but for libpq's own.
let requestPath: [Target] = [
  .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
  .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
  .systemLibrary(name: "CLinux"),
  .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
  .systemLibrary(name: "CUTF8Proc", pkgConfig: "libutf8proc", providers: [.apt(["libutf8proc-dev"])]),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  library("System", ["CLinux"]),
  library("Basics"),
  library("JSON", ["Basics"]),
  library("CivilTime", ["Basics", "System"]),
  library("Patterns", ["CPCRE2"]),
  library("Business", ["CivilTime", "Patterns"]),
  library("BusinessFile", ["Basics", "Business", "CLibYAML", "CivilTime", "Patterns", "System"]),
  library("Phones", ["Basics"]),
  library("People", ["CUTF8Proc", "CivilTime", "Phones"]),
  library("Diary", ["Business", "CivilTime", "People"]),
  library("Scheduling", ["Basics", "Business", "CivilTime", "Diary"]),
  library("DiaryFormat", ["Basics", "CZlib", "CivilTime", "Diary", "JSON", "People"]),
  library("DiaryFile", ["Basics", "Business", "CivilTime", "Diary", "DiaryFormat", "JSON", "People", "System"]),
  .systemLibrary(name: "CPostgres", providers: [.apt(["libpq-dev"])]),
  .target(name: "CNoKerberos"),
  library(
    "DiaryDatabase",
    [
      "Basics", "Business", "CivilTime", "Diary", "DiaryFormat", "JSON", "People", "System",
      .target(name: "CPostgres", condition: withPostgreSQL), .target(name: "CNoKerberos", condition: withPostgreSQL),
    ]),
  library("NumberCache", ["Basics", "Business", "BusinessFile", "CivilTime", "People", "Phones", "System"]),
  library("ActionTable", ["Business", "JSON"]),
  library(
    "Webhook",
    [
      "ActionTable", "Business", "BusinessFile", "CivilTime", "Diary", "JSON", "NumberCache", "Patterns", "People",
      "Scheduling",
      "System",
    ]),
  library("Doors", ["ActionTable", "Business", "JSON", "Webhook"]),
  library(
    "Host",
    [
      "Basics", "CLibMD", "CivilTime", "Diary", "DiaryFile", "Doors", "JSON", "System", "Webhook",
      .target(name: "DiaryDatabase", condition: withPostgreSQL),
    ]),
  program("voicebot", ["Host", "System"]),
]

let desk: [Target] = [
  library(
    "Desk",
    [
      "ActionTable", "Business", "BusinessFile", "CivilTime", "Diary", "DiaryFile", "Host", "JSON", "NumberCache",
      "Patterns",
      "People", "Phones", "Scheduling", "System", "Webhook",
      .target(name: "DiaryDatabase", condition: withPostgreSQL),
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  program("voicebot-desk", ["Desk", "Host", "System"]),
]

let testing: [Target] = [
  // What test targets share.
  library("Effort", path: "Tests/Support/Effort"),
  library("ProgramSupport", ["JSON"], path: "Tests/Support/ProgramSupport"),
  library("ServerSupport", ["ProgramSupport"], path: "Tests/Support/ServerSupport"),
  library("FaultSupport", ["JSON", "ProgramSupport"], path: "Tests/Support/FaultSupport"),
  library("SystemSupport", ["System"], path: "Tests/Support/SystemSupport"),
  tests("JSONTests", ["Effort", "JSON"]),
  tests("CivilTimeTests", ["CivilTime", "System"]),
  tests("BusinessFileTests", ["Business", "BusinessFile", "CivilTime", "Patterns", "System"], exclude: ["Tables"]),
  tests("PhoneTests", ["Phones"], exclude: ["expectations.py"]),
  tests("PeopleTests", ["CivilTime", "People"]),
  tests("SchedulingTests", ["Business", "BusinessFile", "CivilTime", "Diary", "Effort", "Scheduling", "System"]),
  tests(
    "DiaryFileTests",
    ["Business", "CivilTime", "Diary", "DiaryFile", "Effort", "JSON", "People", "System", "SystemSupport"]),
  tests(
    "DeskTests",
    [
      "Business", "BusinessFile", "CivilTime", "Desk", "Diary", "DiaryFile", "Host", "JSON", "People", "Scheduling",
      "System", "Webhook",
    ]),
  tests(
    "PageTests", ["ProgramSupport"],
    exclude: [
      "browser.py", "door.py", "flows.py", "host.py", "hostile.py", "looks.py", "program.py", "requirements.txt",
    ]),
  tests("TranscriptTests", ["Host", "JSON", "ProgramSupport", "System"]),
  tests(
    "RecallTests",
    [
      "Business", "CivilTime", "Diary", "DiaryFile", "Effort", "JSON", "People", "ProgramSupport", "SystemSupport",
    ], exclude: ["Pairs"]),
  tests("FaultTests", ["DiaryFile", "Effort", "FaultSupport", "Host", "JSON", "ProgramSupport", "System", "Webhook"]),
  tests("DatabaseTests", ["Effort", "FaultSupport", "JSON", "ProgramSupport", "ServerSupport"]),
  tests("SystemFaultTests", ["Host", "JSON", "ProgramSupport", "SystemSupport"]),
  tests("ServerTests", ["DiaryFile", "Host", "JSON", "ProgramSupport", "ServerSupport"]),
  tests(
    "PlatformTests", ["ActionTable", "Desk", "JSON", "ProgramSupport", "ServerSupport"],
    exclude: ["Clients", "requirements-old.txt", "requirements.txt"]),
]

let package = Package(
  name: "voicebot",
  traits: [.trait(name: "PostgreSQL", description: "Diaries may be kept in a PostgreSQL database too.")],
  dependencies: isEmbedded
    ? [] : [.package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")],
  targets: isEmbedded ? requestPath : requestPath + desk + testing
)
