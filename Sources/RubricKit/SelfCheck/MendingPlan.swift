/// What an agency can still put right in a case file before it sends it in, and what that would bring.
public struct MendingPlan: Codable, Sendable, Hashable {
  /// A requirement whose faults can be put right.
  public struct Mending: Codable, Sendable, Hashable {
    /// The requirement's id.
    public var requirement: String
    /// What it brings, one for each rubric that has it as an item.
    public var gains: [Gain]
  }

  /// What one mending alone brings in one rubric.
  public struct Gain: Codable, Sendable, Hashable {
    /// The rubric's id.
    public var rubric: String
    /// How much higher the rounded score would be, vetoes left aside, in thousandths of a point.
    public var points: Int
    /// The effect of a veto (一票否决) that would be gone; nil: the item is no veto there.
    public var veto: String?
  }

  /// What can become of the score by one rubric.
  public struct Outlook: Codable, Sendable, Hashable {
    /// The rubric's id.
    public var rubric: String
    /// The score now: what is open counted as out of order, and as in order.
    public var now: Range
    /// The same with everything mended that can be.
    public var mended: Range
    /// The way to the next grade; nil where there is none higher, or mending does not lead there.
    public var next: Step?
    /// True where the grade is the highest, if what is open turns out in order.
    public var isHighest: Bool
  }

  /// The two ends of a score.
  public struct Range: Codable, Sendable, Hashable {
    /// What is open counted as out of order.
    public var lower: ScoreEndRecord
    /// What is open counted as in order.
    public var upper: ScoreEndRecord
  }

  /// The mendings that lead to the next grade, if what is open turns out in order.
  public struct Step: Codable, Sendable, Hashable {
    /// The grade's id.
    public var grade: String
    /// The score then, in thousandths.
    public var points: Int
    /// The requirements to mend, in the plan's order.
    public var requirements: [String]
    /// True where no fewer mendings lead there; false where there were too many to try them all.
    public var isShortest: Bool
  }

  /// What can be mended, what brings most first.
  public var mendings: [Mending]
  /// Requirements whose faults nothing puts right any more, in the stream's order.
  public var incurable: [String]
  /// For each score of the case.
  public var outlooks: [Outlook]
}
