// RubricKit
