import RubricKit
import Testing

@Suite("SHA-256") struct DigestTests {
  @Test(
    "agrees with the vectors of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(Digest.sha256(text) == digest)
    #expect(Digest.sha256(Array(text.utf8)) == digest)
  }

  @Test("does not depend on where the pieces are cut") func pieces() {
    let bytes = (0..<1000).map { UInt8($0 % 251) }
    var stream = DigestStream()
    stream.update(bytes[..<1])
    stream.update(bytes[1..<640])
    stream.update([])
    stream.update(bytes[640...].reversed().reversed())
    #expect(stream.finish() == Digest.sha256(bytes))
  }
}
