// Reads an EARL report as two tools of the W3C do, without the network: each frames it with a context of its own.
// node read-earl.mjs REPORT: prints what each understood.
import { readFileSync } from "node:fs";
import jsonld from "jsonld";

const documentLoader = (url) => {
  throw new Error(`${url} would be fetched`);
};
const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const frame = async (context, type) => {
  const framed = await jsonld.frame(report, { "@context": context, "@type": type }, { documentLoader });
  return framed["@graph"] ?? (framed["@type"] || framed.type ? [framed] : []);
};

// The WCAG-EM Report Tool: ids without @, Dublin Core, one criterion a test.
const wcagEm = (
  await frame(
    {
      id: "@id",
      type: "@type",
      earl: "http://www.w3.org/ns/earl#",
      dcterms: "http://purl.org/dc/terms/",
      WCAG21: "http://www.w3.org/TR/WCAG21/#",
      Assertion: "earl:Assertion",
      assertedBy: "earl:assertedBy",
      result: "earl:result",
      subject: "earl:subject",
      test: "earl:test",
      outcome: "earl:outcome",
      title: "dcterms:title",
      description: "dcterms:description",
      isPartOf: "dcterms:isPartOf",
    },
    "earl:Assertion",
  )
).map(({ test, subject, result }) => ({
  // Split at the colon, whatever is there: a test without either would stop the import.
  criterion: (test.isPartOf?.id || test.id).split(":")[1],
  isUrl: URL.canParse(subject.id),
  subject: subject.id,
  outcome: result.outcome.id,
}));

// The ACT tools: names of procedures, outcomes as ids, addresses of test cases.
const actContext = {
  "@vocab": "http://www.w3.org/ns/earl#",
  earl: "http://www.w3.org/ns/earl#",
  dct: "http://purl.org/dc/terms/",
  doap: "http://usefulinc.com/ns/doap#",
  title: "dct:title",
  source: "dct:source",
  name: "doap:name",
  release: "doap:release",
  revision: "doap:revision",
  outcome: { "@type": "@id" },
  assertedBy: { "@type": "@id" },
  mode: { "@type": "@id" },
};
const last = (iri) => iri.slice(iri.lastIndexOf("/") + 1);
const act = (await frame(actContext, "earl:Assertion")).map(({ test, subject, result }) => ({
  procedure: test.title ?? last(test["@id"]),
  source: subject.source?.["@id"] ?? subject["@id"],
  outcome: result.outcome,
}));
const [assertor] = await frame(actContext, "earl:Assertor");

const quads = await jsonld.toRDF(report, { documentLoader });
console.log(
  JSON.stringify({
    wcagEm,
    act,
    assertor: { name: assertor.name, version: assertor.release.revision },
    triples: quads.length,
  }),
);
