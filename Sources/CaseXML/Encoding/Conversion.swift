internal import CLibXML2

/// Text in another encoding, turned into UTF-8 in one go.
enum Conversion {
  /// The text of `bytes`, or how many bytes of them could be read.
  enum Outcome {
    case text([UInt8])
    case stopped(after: Int)
  }

  /// Converts all of `bytes` from `encoding`.
  static func utf8(_ bytes: ArraySlice<UInt8>, from encoding: TextEncoding) -> Outcome {
    var consumed = 0
    // Two bytes become three at most, in UTF-16 as in GB 18030.
    let capacity = bytes.count / 2 * 3 + 3
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      bytes.withUnsafeBytes { input in
        var written = 0
        consumed = caseXMLConvert(
          encoding.rawValue, input.baseAddress, input.count, output.baseAddress, capacity,
          &written)
        count = written
      }
    }
    guard consumed == bytes.count else { return .stopped(after: max(consumed, 0)) }
    return .text(text)
  }

  /// Where `bytes` stop being UTF-8, as an index into them; nil when they are UTF-8 to the end.
  static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
