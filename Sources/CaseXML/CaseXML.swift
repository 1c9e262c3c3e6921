// CaseXML
