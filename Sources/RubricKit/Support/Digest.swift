import CCrypto

/// SHA-256 over bytes, written as 64 lower-case hexadecimal digits.
public enum Digest {
  /// The digest of bytes held in memory.
  public static func sha256(_ bytes: some Collection<UInt8>) -> String {
    var stream = DigestStream()
    stream.update(bytes)
    return stream.finish()
  }

  /// The digest of a text's UTF-8 bytes.
  public static func sha256(_ text: String) -> String {
    sha256(text.utf8)
  }
}

/// SHA-256 over bytes that arrive piece by piece. The pieces' borders do not matter.
public struct DigestStream: ~Copyable {
  private let context: OpaquePointer?

  /// A digest over nothing yet.
  public init() {
    context = EVP_MD_CTX_new()
    let started = EVP_DigestInit_ex(context, EVP_sha256(), nil)
    // libcrypto fails here only out of memory or without its default provider: nothing that
    // the program could do better than stop.
    precondition(started == 1, "libcrypto offers no SHA-256")
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: some Collection<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      _ = EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
    if done == nil {
      let copy = Array(bytes)
      EVP_DigestUpdate(context, copy, copy.count)
    }
  }

  /// The digest of all bytes added.
  public consuming func finish() -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    EVP_DigestFinal_ex(context, &bytes, &length)
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
