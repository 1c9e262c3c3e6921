public import ArgumentParser
public import RubricKit

// The closed lists of a requirement, as words on the command line.

extension Severity: ExpressibleByArgument {}
extension Judge: ExpressibleByArgument {}
extension EnforcementSystem: ExpressibleByArgument {}
