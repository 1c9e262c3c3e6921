import RubricKit
import Testing

@Suite("Fractions") struct FractionTests {
  @Test("are kept in lowest terms with the sign above") func lowestTerms() throws {
    let fraction = try Fraction(6, over: -4)
    #expect(fraction.numerator == -3)
    #expect(fraction.denominator == 2)
    #expect(fraction.description == "-3/2")
    #expect(try Fraction(0, over: -7) == Fraction(0))
  }

  @Test("stay exact until the one rounding") func exact() throws {
    let third = try Fraction(1, over: 3)
    var sum = Fraction(0)
    for _ in 0..<300 { sum = try sum.adding(third) }
    #expect(sum == Fraction(100))
    // Rescaling 87.5 of 95 applicable points to 100: 92.105…
    let scaled = try Fraction(Points("87.5")).multiplied(by: Fraction(100, over: 95))
    #expect(try scaled.points(digits: 1, .halfUp) == Points("92.1"))
  }

  @Test(
    "round halves as told",
    arguments: [
      (5, 2, 3, 2, 2), (7, 2, 4, 4, 3), (-5, 2, -3, -2, -2), (249, 100, 2, 2, 2),
      (251, 100, 3, 3, 2), (0, 1, 0, 0, 0),
    ])
  func rounding(top: Int, bottom: Int, halfUp: Int, halfEven: Int, down: Int) throws {
    let fraction = try Fraction(top, over: bottom)
    #expect(try fraction.rounded(digits: 0, .halfUp) == halfUp)
    #expect(try fraction.rounded(digits: 0, .halfEven) == halfEven)
    #expect(try fraction.rounded(digits: 0, .down) == down)
  }

  @Test("round a score at the border of a band up to the band") func bandBorder() throws {
    #expect(try Fraction(8995, over: 100).points(digits: 1, .halfUp) == Points("90"))
    #expect(try Fraction(89949, over: 1000).points(digits: 1, .halfUp) == Points("89.9"))
    #expect(try Fraction(8995, over: 100).points(digits: 1, .down) == Points("89.9"))
  }

  @Test("report overflow and division by zero instead of wrong numbers") func errors() throws {
    #expect(throws: FractionError.divisionByZero) { try Fraction(1, over: 0) }
    #expect(throws: FractionError.divisionByZero) { try Fraction(1).divided(by: Fraction(0)) }
    #expect(throws: FractionError.overflow) { try Fraction(.max).adding(Fraction(1)) }
    #expect(throws: FractionError.overflow) { try Fraction(.max).multiplied(by: Fraction(2)) }
    #expect(throws: FractionError.overflow) { try Fraction(.max).rounded(digits: 1, .down) }
    #expect(throws: FractionError.overflow) { try Fraction(1, over: .min) }
  }

  @Test("cross out before they multiply") func crossing() throws {
    let big = try Fraction(.max, over: 3)
    #expect(try big.multiplied(by: Fraction(3, over: .max)) == Fraction(1))
  }

  @Test("compare exactly even at the ends of the range") func comparison() throws {
    #expect(try Fraction(.max - 1, over: .max) < Fraction(1))
    #expect(try Fraction(-1, over: 3) < Fraction(-1, over: 4))
    #expect(try !(Fraction(1, over: 2) < Fraction(2, over: 4)))
  }
}
