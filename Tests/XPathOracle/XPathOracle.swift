// XPathOracle
