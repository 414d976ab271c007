// swift-tools-version: 6.2
import PackageDescription

/// The same rules for every target: Swift 6, warnings are errors, `unsafe` is written where C is called.
let rules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// One-way flow: voicebot → Host → Webhook → (Scheduling, Diary, BusinessFile) → Business → CivilTime. Engines keep a
// diary: DiaryFile → Diary; Host and Desk choose one. JSON and People stand beside them. Desk holds the operator's
// commands, which are a program of their own; no request reaches it.
let package = Package(
  name: "voicebot",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "JSON", swiftSettings: rules),
    .target(name: "CivilTime", swiftSettings: rules),
    .target(name: "Business", dependencies: ["CivilTime"], swiftSettings: rules),
    .target(
      name: "BusinessFile", dependencies: ["CLibYAML", "Business", "CivilTime"],
      swiftSettings: rules),
    .target(name: "People", dependencies: ["CivilTime"], swiftSettings: rules),
    .target(name: "Diary", dependencies: ["Business", "CivilTime", "People"], swiftSettings: rules),
    .target(name: "Scheduling", dependencies: ["Business", "CivilTime", "Diary"], swiftSettings: rules),
    .target(
      name: "DiaryFile", dependencies: ["Business", "CZlib", "CivilTime", "Diary", "JSON", "People"],
      swiftSettings: rules),
    .target(
      name: "Webhook",
      dependencies: ["Business", "BusinessFile", "CivilTime", "Diary", "JSON", "People", "Scheduling"],
      swiftSettings: rules),
    .target(
      name: "Host", dependencies: ["CLibMD", "CivilTime", "Diary", "DiaryFile", "JSON", "Webhook"], swiftSettings: rules
    ),
    .target(
      name: "Desk",
      dependencies: [
        "Business", "BusinessFile", "CivilTime", "Diary", "DiaryFile", "Host", "JSON", "People", "Scheduling",
        "Webhook", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: rules),
    .executableTarget(name: "voicebot", dependencies: ["Host"], swiftSettings: rules),
    .executableTarget(name: "voicebot-desk", dependencies: ["Desk", "Host"], swiftSettings: rules),
    // What test targets share. Which part of bin/test runs which test target is said there.
    .target(name: "Effort", path: "Tests/Support/Effort", swiftSettings: rules),
    .target(
      name: "ProgramSupport", dependencies: ["JSON"], path: "Tests/Support/ProgramSupport", swiftSettings: rules),
    .testTarget(name: "JSONTests", dependencies: ["Effort", "JSON"], swiftSettings: rules),
    .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime"], swiftSettings: rules),
    .testTarget(
      name: "BusinessFileTests", dependencies: ["BusinessFile", "Business", "CivilTime"],
      exclude: ["Tables"], swiftSettings: rules),
    .testTarget(name: "PeopleTests", dependencies: ["People"], swiftSettings: rules),
    .testTarget(
      name: "SchedulingTests", dependencies: ["Business", "CivilTime", "Diary", "Effort", "Scheduling"],
      swiftSettings: rules),
    .testTarget(
      name: "DiaryFileTests",
      dependencies: ["Business", "CivilTime", "Diary", "DiaryFile", "Effort", "JSON", "People"],
      swiftSettings: rules),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Desk", "Business", "BusinessFile", "CivilTime", "Diary", "Host", "JSON", "People", "Scheduling",
        "Webhook",
      ],
      swiftSettings: rules),
    .testTarget(
      name: "TranscriptTests", dependencies: ["Host", "JSON", "ProgramSupport"], swiftSettings: rules),
    .testTarget(
      name: "FaultTests", dependencies: ["DiaryFile", "Effort", "Host", "JSON", "ProgramSupport", "Webhook"],
      swiftSettings: rules),
    .testTarget(
      name: "ServerTests", dependencies: ["DiaryFile", "Host", "JSON", "ProgramSupport"], swiftSettings: rules),
  ]
)
