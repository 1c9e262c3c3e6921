import XPath

extension CaseFunctions {
  /// What is wrong with a literal argument of a function of ours, or nil: a regular expression that
  /// does not compile, a date or amount that does not exist, a word that is none of those allowed.
  ///
  /// For lint, so that such mistakes show when a rubric is loaded and not on the first case.
  /// - Parameter argument: counted from 0.
  public static func fault(ofLiteral text: String, function: String, argument: Int)
    -> LocalizedText?
  {
    guard let signature = all.first(where: { $0.signature.name == function })?.signature,
      signature.parameters.indices.contains(argument)
    else { return nil }
    do throws(ValueError) {
      switch (function, argument, signature.parameters[argument]) {
      case ("matches", 1, _):
        return patternFault(text)
      case ("due-days", 2, _), ("due-months", 2, _):
        if Roll(rawValue: text) == nil {
          return LocalizedText(
            zh: "应为'roll'或'none'，实为'\(text)'", en: "must be 'roll' or 'none', not '\(text)'")
        }
      case ("amount-percent", 1, _): _ = try Fraction(decimal: text)
      case ("capitals-compare", 1, _): _ = try Capitals.amount(text)
      case (_, _, .date): _ = try CivilMoment(text)
      case (_, _, .amount): _ = try Amount(text)
      default: break
      }
      return nil
    } catch {
      return error.message
    }
  }

  private static func patternFault(_ pattern: String) -> LocalizedText? {
    do {
      _ = try RegularExpression(pattern)
      return nil
    } catch {
      return error.message
    }
  }
}
