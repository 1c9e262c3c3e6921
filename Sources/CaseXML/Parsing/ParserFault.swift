/// An error of libxml2's parser, copied while its callback lasts.
struct ParserFault {
  let code: UInt32
  let message: String
  let first: String?
  let second: String?
  /// Where the parser stood, in the source.
  let offset: Int
  /// The innermost element open then, by row; 0 for none.
  let open: Int32
}
