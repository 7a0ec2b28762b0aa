import { expect, test } from "vitest"
import { brokenReference, manyFindings, undefinedVariable } from "../testdata/sample-report.ts"
import { createFacets, facetPanel } from "./facets.ts"

const findings = [brokenReference, undefinedVariable, ...manyFindings(2, "info")]
const facets = createFacets(findings)
const valuesOf = (title: string): readonly string[] =>
  facets.facets
    .find((facet) => facet.title === title)
    ?.values.map(({ label, count }) => `${label} ${count}`) ?? []

test("findings are counted by severity, rule, cluster and folder", () => {
  expect(valuesOf("Severity")).toEqual(["error 1", "warning 1", "info 2"])
  expect(valuesOf("Rule")).toEqual([
    "rule-info 2",
    "ks-source-missing 1",
    "subst-undefined-variable 1",
  ])
  expect(valuesOf("Cluster")).toEqual(["production 4", "staging 1"])
  expect(valuesOf("Folder")).toEqual(["apps/ 3", "clusters/ 1", "clusters/production/ 1"])
})

test("a finding has the keys of its values, and no others", () => {
  const labels = new Map(
    facets.facets.flatMap(({ values }) => values.map(({ key, label }) => [key, label])),
  )
  expect(labels.size).toBe(3 + 3 + 2 + 3)
  const named = facets
    .keysOf(brokenReference)
    .split(" ")
    .map((key) => labels.get(key))
  expect(named).toEqual([
    "error",
    "ks-source-missing",
    "production",
    "staging",
    "clusters/",
    "clusters/production/",
  ])
})

test("keys are made of no text of the repository", () => {
  const evil = { ...brokenReference, rule: 'x" y', clusters: ["a b"] }
  expect(createFacets([evil]).keysOf(evil)).toMatch(/^(?:[srcp]\d+ ?)+$/u)
})

test("without script they are counts and no switches; a single cluster is no choice", () => {
  const { markup } = facetPanel(createFacets([undefinedVariable]))
  expect(markup.match(/<button[^>]*data-key/gu)?.length).toBe(3)
  expect(markup.match(/<button[^>]* disabled/gu)?.length).toBe(3)
  expect(markup).not.toContain('data-facet="c"')
})
