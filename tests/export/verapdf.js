// veraPDF's PDF/UA-1 profile on the files named: a line of JSON for each, with the rules that failed.
// It runs in the Rhino shell of the jar that holds veraPDF. The profile is read by hand, since that jar has no JAXB.
importPackage(java.io, java.util, Packages.org.verapdf.pdfa, Packages.org.verapdf.pdfa.flavours,
  Packages.org.verapdf.pdfa.results, Packages.org.verapdf.pdfa.validation.profiles);

java.util.logging.LogManager.getLogManager().reset();
Packages.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var flavour = PDFAFlavour.PDFUA_1;

function all(element, name) {
  var found = element.getElementsByTagName(name), list = [];
  for (var at = 0; at < found.getLength(); at++) list.push(found.item(at));
  return list;
}
function said(element, name) {
  var found = all(element, name);
  return found.length ? String(found[0].getTextContent()) : "";
}
function rule(element) {
  var id = all(element, "id")[0];
  var key = Profiles.ruleIdFromValues(flavour.getPart(), id.getAttribute("clause"), java.lang.Integer.parseInt(id.getAttribute("testNumber")));
  var late = element.hasAttribute("deferred") ? java.lang.Boolean.valueOf(element.getAttribute("deferred")) : null;
  var error = Profiles.errorFromValues(said(element, "message"), new ArrayList());
  return Profiles.ruleFromValues(key, element.getAttribute("object"), late, element.getAttribute("tags"), said(element, "description"), said(element, "test"), error, new ArrayList());
}
function variable(element) {
  return Profiles.variableFromValues(element.getAttribute("name"), element.getAttribute("object"), said(element, "defaultValue"), said(element, "value"));
}

var kept = Packages.org.verapdf.pdfa.Foundries.defaultInstance().getClass().getClassLoader();
var xml = kept.getResourceAsStream("org/verapdf/pdfa/validation/PDFUA-1.xml");
var root = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
var rules = new HashSet(), variables = new HashSet();
all(root, "rule").forEach(function (one) { rules.add(rule(one)); });
all(root, "variable").forEach(function (one) { variables.add(variable(one)); });
var profile = Profiles.profileFromValues(flavour, Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date()), "", rules, variables);

for (var at = 0; at < arguments.length; at++) {
  var foundry = Packages.org.verapdf.pdfa.Foundries.defaultInstance();
  var parser = foundry.createParser(new FileInputStream(arguments[at]), flavour);
  var result = foundry.createValidator(profile, false).validate(parser);
  var failed = {};
  for (var each = result.getTestAssertions().iterator(); each.hasNext();) {
    var test = each.next();
    if (test.getStatus() == TestAssertion.Status.FAILED)
      failed[test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber()] = String(test.getMessage());
  }
  print(JSON.stringify({
    file: String(arguments[at]), compliant: Boolean(result.isCompliant()), rules: Number(rules.size()),
    assertions: Number(result.getTotalAssertions()), failed: failed
  }));
  parser.close();
}
