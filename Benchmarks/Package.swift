// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "CaseAuditBenchmarks",
  dependencies: [
    .package(name: "CaseAudit", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "generate-cases",
      dependencies: [
        .product(name: "RubricKit", package: "CaseAudit"),
        .product(name: "CaseGeneration", package: "CaseAudit"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  ]
)
