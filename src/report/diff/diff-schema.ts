import { schemaUrl } from "../links.ts"
import {
  count,
  described,
  list,
  type ReportSchema,
  record,
  reference,
  text,
} from "../report-schema.ts"

const yesOrNo: ReportSchema = { type: "boolean" }
const action = described(
  "`moved`: something else applies it; `left`: nothing applies it any more, and it stays in the cluster.",
  { enum: ["created", "changed", "deleted", "moved", "left"] },
)
const id = { group: text, kind: text, namespace: text, name: text }
const place = described(
  "The line that one would edit; of the base for what is gone.",
  record({ path: text, line: { type: "integer", minimum: 1 } }),
)
const value = described("Any value; what Secrets hold is masked.", {})

const danger = {
  category: { enum: ["data-loss", "immutable", "pruned", "rbac", "access"] },
  message: text,
  field: described("As the cluster sees it.", text),
  place,
}

const field = record(
  {
    path: described("Elements of lists by name: `spec.containers[web].image`.", text),
    kind: { enum: ["added", "removed", "changed", "reordered"] },
    ...{ before: value, after: value },
  },
  ["before", "after"],
)

const object = record(
  {
    ...id,
    ...{ cluster: text, apiVersion: text, action },
    server: described("The remote cluster that it is applied to.", text),
    owner: described("The Kustomization or HelmRelease that applies it.", reference("id")),
    formerOwner: described("For `moved`.", reference("id")),
    formerName: described("A generator has given it another name.", text),
    fields: list(reference("field")),
    manifest: described("For `created`.", { type: "object" }),
    note: text,
    restarts: described("Its Pods are replaced.", yesOrNo),
    place,
  },
  ["namespace", "server", "owner", "formerOwner", "formerName", "manifest", "note", "place"],
)

const counts = Object.fromEntries(
  ["created", "changed", "deleted", "moved", "left"].map((name) => [name, count]),
)

const applier = record({
  ...{ cluster: text, id: reference("id") },
  state: { enum: ["created", "changed", "deleted", "left"] },
  suspended: yesOrNo,
  counts: described("Objects that it applies, by what becomes of them.", record(counts)),
  noise: described("Objects of which only labels of the version change.", count),
  restarts: described("Workloads whose Pods are replaced.", count),
})

/** The JSON Schema of version 1 of the difference. */
export const diffSchema: ReportSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: schemaUrl("diff-v1"),
  title: "sluice difference, version 1",
  ...record({
    $schema: text,
    version: { const: 1 },
    tool: record({ name: text, version: text }),
    base: record({ commit: text, why: text }, ["commit"]),
    verdict: described("In one line.", text),
    summary: record({
      ...counts,
      ...{ noise: count, dangers: count, kustomizations: count, releases: count },
    }),
    dangers: list(
      record({ ...danger, cluster: text, object: reference("id") }, ["field", "place"]),
    ),
    images: list(
      record({ cluster: text, before: text, after: text, objects: list(reference("id")) }, [
        "before",
        "after",
      ]),
    ),
    versions: list(
      record({ cluster: text, id: reference("id"), what: text, before: text, after: text }, [
        "before",
        "after",
      ]),
    ),
    appliers: list(applier),
    objects: list(object),
    uncompared: list(
      record(
        {
          ...{ cluster: text, what: text, reason: text },
          side: { enum: ["before", "after", "both"] },
          failed: described("It does not build or render: Flux applies nothing of it.", {
            const: true,
          }),
        },
        ["cluster", "failed"],
      ),
    ),
  }),
  $defs: { id: record(id, ["namespace"]), field },
}
