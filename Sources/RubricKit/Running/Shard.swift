/// One of several parts of a run, each judged by itself, on another machine if need be, and merged
/// afterwards.
public struct Shard: Sendable, Hashable {
  /// Which part, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// The most parts of a run.
  public static let most = 1_000

  /// Part `number` of `count`; nil where there is no such part.
  public init?(_ number: Int, of count: Int) {
    guard (1...Shard.most).contains(count), (1...count).contains(number) else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// As written, e.g. `2/7`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
    self.init(number, of: count)
  }

  /// As written, e.g. `2/7`.
  public var text: String { "\(number)/\(count)" }

  /// The files of this part, in their order. Files with one name stay together; what was passed over
  /// or could not be opened is the first part's to tell.
  public func files(of found: FoundFiles) -> FoundFiles {
    var result = FoundFiles()
    if number == 1 { (result.others, result.unreadable) = (found.others, found.unreadable) }
    var turn = -1
    var last: String?
    for file in found.files {
      if file.name != last { turn += 1 }
      last = file.name
      if turn % count == number - 1 { result.files.append(file) }
    }
    return result
  }
}
