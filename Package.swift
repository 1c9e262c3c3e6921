// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "CaseAudit",
  products: [
    .executable(name: "caseaudit", targets: ["caseaudit"]),
    .library(name: "RubricKit", targets: ["RubricKit"]),
    .library(name: "CaseGeneration", targets: ["CaseGeneration"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),

    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    .target(name: "CaseXML", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(name: "Archive", dependencies: ["CArchive"], swiftSettings: strict),
    .target(name: "XPath", dependencies: ["CaseXML"], swiftSettings: strict),
    .target(
      name: "RubricKit",
      dependencies: [
        "CaseXML", "XPath", "Archive", "CPCRE2", "CCrypto",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["RubricKit", "Archive", "CXLSXWriter"], swiftSettings: strict),
    .target(
      name: "Ledger",
      dependencies: ["RubricKit", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(name: "CaseGeneration", dependencies: ["RubricKit"], swiftSettings: strict),
    .executableTarget(
      name: "caseaudit",
      dependencies: [
        "RubricKit", "Reports", "Ledger", "XPath", "CaseXML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["CaseXML"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "XPathOracle", dependencies: ["CLibXML2"], path: "Tests/XPathOracle",
      swiftSettings: strict),
    .testTarget(
      name: "CaseXMLTests", dependencies: ["CaseXML", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "XPathTests", dependencies: ["XPath", "CaseXML", "XPathOracle", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RubricKitTests",
      dependencies: ["RubricKit", "XPath", "CaseXML", "Archive", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "RubricKit", "Archive", "CaseXML", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerTests", dependencies: ["Ledger", "RubricKit", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CaseGenerationTests",
      dependencies: ["CaseGeneration", "RubricKit", "XPath", "CaseXML", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["caseaudit", "RubricKit", "TestSupport"],
      swiftSettings: strict),
  ]
)
