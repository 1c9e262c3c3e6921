import Foundation
import TestSupport
import Testing

@testable import RubricKit

@Suite("A second scorer, which sees only the stream")
struct SecondScorerTests {
  @Test("agrees on every score and range of 1,000 random rubrics")
  func agrees() throws {
    let result = try secondScorer(RandomScores.stream(rubrics: 1_000, seed: 20_261_123))
    #expect(result.status == 0, "\(result.output.suffix(2_000))")
    #expect(result.output.hasPrefix("1000 scores, "), "\(result.output.suffix(2_000))")
  }

  /// What is put in behind the first match of the pattern.
  @Test(
    "notices a number that is not what the manifest and the outcomes give",
    arguments: [
      (#""lower":\{"grade":"[a-z]+","points":"#, "1"),
      (#""path":"r1\.xml"[^\n]*?"lower":\{"grade":""#, "x"),
      (#""upper":\{"grade":"[a-z]+","points":"#, "1"), (#""lost":"#, "1"), (#""mayLose":"#, "1"),
      (#""upperAfterWaiver":\{"grade":"[a-z]+","points":"#, "1"),
      (#""after":\{"lower":\{"grade":"[a-z]+","points":"#, "1"), (#""normality":"#, "1"),
    ])
  func notices(pattern: String, addition: String) throws {
    let stream = try RandomScores.stream(rubrics: 40, seed: 7)
    let found = try #require(stream.range(of: pattern, options: .regularExpression), "\(pattern)")
    var changed = stream
    changed.insert(contentsOf: addition, at: found.upperBound)
    let result = try secondScorer(changed)
    #expect(result.status == 1, "\(pattern)")
    #expect(result.output.contains("should be"), "\(result.output.suffix(2_000))")
  }

  @Test("finds fault with a stream that holds no score, or has lost its end")
  func nothingCompared() throws {
    #expect(try secondScorer("").status == 1)
    let scores = try StreamSample.stream().replacing("\"scores\":[", with: "\"old\":[")
    #expect(try secondScorer(scores).status == 1)
    let stream = try RandomScores.stream(rubrics: 1, seed: 1)
    #expect(try secondScorer(stream).status == 0)
    let lines = stream.split(separator: "\n").dropLast()
    #expect(try secondScorer(lines.joined(separator: "\n")).status == 1)
  }
}
