// XPath
