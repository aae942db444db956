// Compares CSDL JSON of odata-csdl with ours, made of the same XML: `same.mjs THEIRS OURS`. Prints each difference but those
// in which the standard is on our side, and exits with 1 if there is one.
import { readFileSync } from "node:fs";

const [theirs, ours] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const temporal = new Set(["Edm.Duration", "Edm.TimeOfDay"]);

/** The name of a model element with the alias of its namespace, as JSON must have it (§2.2). */
function aliased(path) {
  return path
    .split("/")
    .map((segment) => {
      const dot = segment.lastIndexOf(".");
      const alias = ours[segment.slice(0, dot)]?.$Alias;
      return alias ? alias + segment.slice(dot) : segment;
    })
    .join("/");
}

/** Whether a text differs in line ends alone, which are spaces in attributes (XML 1.0 §3.3.3). */
function isSameText(their, our) {
  return typeof their === "string" && their.replace(/[\t\n\r]/g, " ") === our;
}

/** Why a member of an object may differ, with the section of OData CSDL JSON 4.01. */
function reason(member, their, our, object) {
  switch (member) {
    case "$Scale":
      // §11.1: facets that a type definition does not have can be those of its uses, so it has no default.
      if (object.$Kind === "TypeDefinition" && their === 0 && our === undefined) return "definition";
      // §7.2.4: what the type definition says is not what the use says.
      return our === "variable" && their === undefined && !object.$Type?.startsWith("Edm.") && "use of a definition";
    case "$Precision":
      // §7.2.3: without the facet XML says that there are no digits, JSON that nothing is known of them.
      return our === 0 && their === undefined && temporal.has(object.$Type) && "temporal";
    case "$UnderlyingType":
      // §2.2: what is the default should not be there.
      return their === "Edm.Int32" && our === undefined && object.$Kind === "EnumType" && "default";
    case "$SRID":
      // §7.2.6: a string with a number.
      return String(their) === our && "string";
    default:
      return false;
  }
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
let failed = 0;

function compare(their, our, path) {
  if (Object.is(their, our) || isSameText(their, our)) return;
  if (Array.isArray(their) && Array.isArray(our) && their.length === our.length) {
    their.forEach((item, index) => compare(item, our[index], `${path}/${index}`));
  } else if (isObject(their) && isObject(our)) {
    if (path.endsWith("/$NavigationPropertyBinding")) {
      their = Object.fromEntries(Object.entries(their).map(([name, target]) => [aliased(name), target]));
    }
    for (const member of new Set([...Object.keys(their), ...Object.keys(our)])) {
      if (!reason(member, their[member], our[member], our)) compare(their[member], our[member], `${path}/${member}`);
    }
  } else {
    const text = (value) => (JSON.stringify(value) ?? "nothing").slice(0, 200);
    console.log(`${path}: odata-csdl has ${text(their)}, we have ${text(our)}`);
    failed = 1;
  }
}

compare(theirs, ours, "");
process.exit(failed);
