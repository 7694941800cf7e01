// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "krong",
  products: [.executable(name: "krong", targets: ["krong"])],
  dependencies: [
    // The command line: help, completion and mistakes in one declaration a flag.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256 of every input for the manifest, and of what a page may run.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // Messages of a run, for the terminal and for the nightly batch.
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // The frame of a page, kept as a template.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // SQLite: queries of users over the tables of a round, and the history of runs.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // YAML with line and column.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What passes through the doors, and what a pipeline file says.
    .target(name: "Tables"),
    .target(name: "Settings", dependencies: ["Tables"]),
    // How pupils grow, by a table that the user brings: two rooms ask it.
    .target(name: "Growth", dependencies: ["Tables", "Settings"]),

    // The only targets that touch C libraries.
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CKernels"),
    .target(name: "CSystem"),
    .target(name: "Containers", dependencies: ["CXML2", "CZlib", "CKernels", "CSystem"]),

    // The tables of a round as SQLite sees them: the only target that runs a user's query.
    .target(
      name: "Queries",
      dependencies: [
        "Tables", "Settings", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),

    // The rooms, in the order data walks. A room never imports a room.
    .target(name: "Ingest", dependencies: ["Tables", "Settings", "Containers"]),
    .target(name: "Normalize", dependencies: ["Tables", "Settings", "Growth"]),
    .target(name: "Deduplicate", dependencies: ["Tables", "Settings"]),
    .target(name: "Aggregate", dependencies: ["Tables", "Settings", "Growth", "Queries"]),
    .target(
      name: "Render",
      dependencies: [
        "Tables", "Settings", "Containers",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),

    // The corridor: joins the rooms; the only place that knows YAML. CPipelines holds a copy of
    // pipelines/ inside the binary.
    .target(name: "CPipelines"),
    .target(
      name: "Pipeline",
      dependencies: [
        "Tables", "Settings", "Growth", "Containers", "CPipelines",
        "Ingest", "Normalize", "Deduplicate", "Aggregate", "Render",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Yams", package: "Yams"),
      ]),

    // Synthetic rounds with truth, for fixtures, benchmarks and tests.
    .target(name: "Synth", dependencies: ["Tables", "Containers"]),

    // The front door: one file a subcommand; the only code that decides a path.
    .executableTarget(
      name: "krong",
      dependencies: [
        "Tables", "Settings", "Containers", "Ingest", "Pipeline", "Synth",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    // Speed side by side with other tools; run by Benchmarks/run, never by a test.
    .executableTarget(
      name: "bench",
      dependencies: [
        "Tables", "Settings", "Containers", "Ingest", "Deduplicate", "Aggregate", "Queries",
        "Pipeline", "Synth", "CGroupLoop",
      ],
      path: "Benchmarks/Bench"),
    // The plain loop that grouping is measured against.
    .target(name: "CGroupLoop", path: "Benchmarks/CGroupLoop"),

    // Tests mirror the rooms.
    .target(name: "TestKit", dependencies: ["Tables", "Settings"], path: "Tests/TestKit"),
    .testTarget(name: "TablesTests", dependencies: ["Tables", "TestKit"]),
    .testTarget(name: "SettingsTests", dependencies: ["Settings", "Pipeline", "TestKit"]),
    .testTarget(name: "GrowthTests", dependencies: ["Growth", "Tables", "Settings", "TestKit"]),
    .testTarget(name: "ContainersTests", dependencies: ["Containers", "TestKit"]),
    .testTarget(
      name: "QueriesTests", dependencies: ["Queries", "Tables", "Settings", "TestKit"]),
    .testTarget(
      name: "IngestTests",
      dependencies: ["Ingest", "Tables", "Settings", "Containers", "Pipeline", "TestKit"]),
    .testTarget(
      name: "NormalizeTests",
      dependencies: ["Normalize", "Growth", "Tables", "Settings", "Pipeline", "TestKit"]),
    .testTarget(
      name: "DeduplicateTests",
      dependencies: ["Deduplicate", "Tables", "Settings", "Pipeline", "TestKit"]),
    .testTarget(
      name: "AggregateTests",
      dependencies: ["Aggregate", "Tables", "Settings", "Pipeline", "TestKit"]),
    .testTarget(
      name: "RenderTests",
      dependencies: [
        "Render", "Tables", "Settings", "Containers", "TestKit",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Deduplicate", "Aggregate", "Render", "Tables", "Settings", "Containers",
        "Synth",
        "TestKit",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "SynthTests", dependencies: ["Synth", "Tables", "Containers", "TestKit"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// Built only by scripts/fuzz, with libFuzzer; KRONG_FUZZ names the target that it is to run.
if Context.environment["KRONG_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Tables", "Settings", "Containers", "Ingest", "TestKit"],
      path: "Tests/Fuzz", exclude: ["seeds"]))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
