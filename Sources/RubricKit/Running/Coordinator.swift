/// Hands out batches of work to workers and their results, in order, to whoever consumes them.
///
/// No worker is given work further ahead of the consumer than the window, so memory does not grow
/// with the number of files.
actor Coordinator<Output: Sendable> {
  /// The results in order; ends when all are there or the work was called off.
  nonisolated let results: AsyncStream<[Output]>

  private let count: Int
  private let batch: Int
  private let window: Int
  private let continuation: AsyncStream<[Output]>.Continuation
  private var next = 0
  private var passedOn = 0
  private var consumed = 0
  private var finished: [Int: [Output]] = [:]
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var isCalledOff = false

  /// - Parameters:
  ///   - count: how many pieces of work there are.
  ///   - batch: how many are handed out at once.
  ///   - window: how many may be under way or unconsumed.
  init(count: Int, batch: Int, window: Int) {
    self.count = count
    self.batch = batch
    self.window = max(window, batch)
    (results, continuation) = AsyncStream.makeStream(of: [Output].self)
    if count == 0 { continuation.finish() }
  }

  /// The next range of work, or nil when there is no more; waits while the consumer is behind.
  func take() async -> Range<Int>? {
    while !isCalledOff, next < count, next - consumed >= window {
      await withCheckedContinuation { waiting.append($0) }
    }
    guard !isCalledOff, next < count else { return nil }
    let range = next..<min(next + batch, count)
    next = range.upperBound
    return range
  }

  /// Takes a batch's results and passes on all that are now in order.
  func submit(_ range: Range<Int>, _ outputs: [Output]) {
    finished[range.lowerBound] = outputs
    while let ready = finished.removeValue(forKey: passedOn) {
      passedOn += ready.count
      continuation.yield(ready)
    }
    if passedOn >= count { continuation.finish() }
  }

  /// The consumer has done with this many more results.
  func consumed(_ more: Int) {
    consumed += more
    wake()
  }

  /// No more work is handed out.
  func callOff() {
    isCalledOff = true
    continuation.finish()
    wake()
  }

  private func wake() {
    let all = waiting
    waiting = []
    for continuation in all { continuation.resume() }
  }
}
