import { afterAll, describe, expect, test } from "vitest"
import { describe as nameOf } from "../model/index.ts"
import type { Difference } from "./difference.ts"
import {
  chart,
  dangersIn,
  differenceOf,
  kustomization,
  release,
  testHost,
} from "./testdata/difference-of.ts"

const host = testHost()
afterAll(() => host.engine.close())

const configMap = (name: string, value = "a", metadata = ""): string =>
  `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: apps${metadata} }\ndata: { key: ${value} }\n`
const stays = configMap("stays")

/** What becomes of each object, and why. */
function actions({ objects }: Difference): readonly string[] {
  return objects.map(({ action, id, note }) =>
    [action, nameOf(id), ...(note === undefined ? [] : [note])].join(" "),
  )
}

describe("what becomes of an object", () => {
  const gone = async (spec: string, metadata = ""): Promise<Difference> =>
    await differenceOf(
      host,
      {
        "clusters/production/apps.yaml": kustomization("apps", spec),
        "apps/a.yaml": stays + configMap("one", "a", metadata),
      },
      {
        "clusters/production/apps.yaml": kustomization("apps", spec),
        "apps/a.yaml": stays,
      },
    )

  test("is deleted where its Kustomization prunes", async () => {
    const difference = await gone("prune: true")
    expect(actions(difference)).toEqual(["deleted ConfigMap apps/one"])
    expect(dangersIn(difference)).toEqual([
      "pruned: ConfigMap apps/one is deleted: Kustomization flux-system/apps applies it no more.",
    ])
    expect(difference.objects[0]?.place).toEqual({ path: "apps/a.yaml", line: 7 })
  })

  test("that a patch changes is shown at the patch", async () => {
    const patched = (value: string): Readonly<Record<string, string>> => ({
      "apps/kustomization.yaml": "resources: [../base/a.yaml]\npatches:\n  - path: patch.yaml\n",
      "base/a.yaml": configMap("one"),
      "apps/patch.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: one, namespace: apps }\ndata:\n  key: ${value}\n`,
    })
    const difference = await differenceOf(host, patched("b"), patched("c"))
    expect(difference.objects[0]?.place).toEqual({ path: "apps/patch.yaml", line: 5 })
  })

  test.each([
    ["prune: false", "", "Kustomization flux-system/apps does not prune"],
    [
      "prune: true",
      ", labels: { kustomize.toolkit.fluxcd.io/prune: Disabled }",
      "`kustomize.toolkit.fluxcd.io/prune: disabled`",
    ],
    [
      "prune: true",
      ", annotations: { kustomize.toolkit.fluxcd.io/ssa: Ignore }",
      "`kustomize.toolkit.fluxcd.io/ssa: Ignore`",
    ],
  ])("stays with %s%s", async (spec, metadata, why) => {
    const difference = await gone(spec, metadata)
    expect(actions(difference)).toEqual([`left ConfigMap apps/one ${why}`])
    expect(dangersIn(difference)).toEqual([])
  })

  const withTwo = {
    "clusters/production/apps.yaml": kustomization("apps") + kustomization("two", "prune: true"),
    "apps/a.yaml": stays,
  }

  test("is deleted once its Kustomization is resumed", async () => {
    expect(dangersIn(await gone("prune: true, suspend: true"))).toEqual([
      "pruned: ConfigMap apps/one is deleted: Kustomization flux-system/apps applies it no more, once Kustomization flux-system/apps is resumed.",
    ])
  })

  test("goes with its Kustomization, which says how much it takes", async () => {
    const difference = await differenceOf(
      host,
      { ...withTwo, "two/a.yaml": configMap("one") + configMap("two") },
      { "apps/a.yaml": stays },
    )
    expect([...actions(difference)].sort()).toEqual([
      "deleted ConfigMap apps/one",
      "deleted ConfigMap apps/two",
      "deleted Kustomization flux-system/two",
    ])
    expect(dangersIn(difference)).toEqual([
      "pruned: Kustomization flux-system/two is deleted, and with it the 2 objects that it has applied.",
    ])
  })

  test.each([
    ["prune: true, deletionPolicy: Orphan", "has `deletionPolicy: Orphan`"],
    ["prune: true, suspend: true", "is suspended when it is deleted"],
    ["prune: false", "does not prune"],
  ])("stays when its Kustomization goes with %s", async (spec, why) => {
    const difference = await differenceOf(
      host,
      {
        ...withTwo,
        "clusters/production/apps.yaml": kustomization("apps") + kustomization("two", spec),
        "two/a.yaml": configMap("one"),
      },
      { "apps/a.yaml": stays },
    )
    expect([...actions(difference)].sort()).toEqual([
      "deleted Kustomization flux-system/two",
      `left ConfigMap apps/one Kustomization flux-system/two ${why}`,
    ])
  })

  test("goes with a Kustomization that does not prune, but whose deletion is to delete", async () => {
    const spec = "prune: false, deletionPolicy: WaitForTermination"
    const difference = await differenceOf(
      host,
      {
        ...withTwo,
        "clusters/production/apps.yaml": kustomization("apps") + kustomization("two", spec),
        "two/a.yaml": configMap("one"),
      },
      { "apps/a.yaml": stays },
    )
    expect(actions(difference)).toContain("deleted ConfigMap apps/one")
  })

  test("moves where another Kustomization applies it in the same change, and is not pruned", async () => {
    const difference = await differenceOf(
      host,
      { ...withTwo, "apps/a.yaml": stays + configMap("one"), "two/a.yaml": configMap("two") },
      { ...withTwo, "apps/a.yaml": stays, "two/a.yaml": configMap("two") + configMap("one") },
    )
    expect(actions(difference)).toEqual([
      "moved ConfigMap apps/one where Kustomization flux-system/apps is first, it is deleted and made anew",
    ])
    expect(difference.objects[0]).toMatchObject({
      owner: { name: "two" },
      formerOwner: { name: "apps" },
      fields: [],
    })
    expect(dangersIn(difference)).toEqual([])
  })

  test("moves with a danger where it holds data", async () => {
    const claim =
      "---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data, namespace: apps }\nspec: { accessModes: [ReadWriteOnce] }\n"
    const difference = await differenceOf(
      host,
      { ...withTwo, "apps/a.yaml": stays + claim, "two/a.yaml": configMap("two") },
      { ...withTwo, "apps/a.yaml": stays, "two/a.yaml": configMap("two") + claim },
    )
    expect(dangersIn(difference)).toEqual([
      expect.stringContaining(
        "data-loss: PersistentVolumeClaim apps/data moves from Kustomization flux-system/apps to Kustomization flux-system/two: where the former is first, it is deleted",
      ),
    ])
  })

  test("keeps being one when a generator gives it another name", async () => {
    const files = (value: string): Record<string, string> => ({
      "apps/kustomization.yaml": `resources: [a.yaml]\nconfigMapGenerator: [{ name: generated, namespace: apps, literals: [key=${value}] }]\n`,
      "apps/a.yaml": stays,
    })
    const difference = await differenceOf(host, files("a"), files("b"))
    expect(difference.objects).toMatchObject([
      {
        action: "changed",
        id: { name: expect.stringMatching(/^generated-[a-z0-9]{10}$/u) },
        formerName: expect.stringMatching(/^generated-[a-z0-9]{10}$/u),
        fields: [
          { path: "data.key", kind: "changed", before: "a", after: "b" },
          { path: "metadata.name" },
        ],
      },
    ])
    expect(dangersIn(difference)).toEqual([])
  })

  test("does not change by what the API server fills", async () => {
    const file = (more: string): Record<string, string> => ({
      "apps/a.yaml": `apiVersion: v1\nkind: Service\nmetadata: { name: one, namespace: apps${more}\nspec: { ports: [{ port: 80 }] }\n`,
    })
    const difference = await differenceOf(
      host,
      file(" }"),
      file(", creationTimestamp: null }\nstatus: { loadBalancer: {} }"),
    )
    expect([difference.objects, difference.appliers]).toEqual([[], []])
  })

  test("is the same object in another version of its API", async () => {
    const budget = (version: string): Record<string, string> => ({
      "apps/a.yaml": `apiVersion: policy/${version}\nkind: PodDisruptionBudget\nmetadata: { name: one, namespace: apps }\nspec: { minAvailable: 1 }\n`,
    })
    const { objects } = await differenceOf(host, budget("v1beta1"), budget("v1"))
    expect(objects).toMatchObject([
      {
        action: "changed",
        fields: [{ path: "apiVersion", before: "policy/v1beta1", after: "policy/v1" }],
      },
    ])
  })
})

const deployment = (image: string, chartVersion = "1.0.0", checksum = "a"): string => `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: { helm.sh/chart: web-${chartVersion}, app.kubernetes.io/version: "${chartVersion}" }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web }, annotations: { checksum/config: ${checksum} } }
    spec:
      initContainers: [{ name: wait, image: busybox:1.36 }]
      containers: [{ name: web, image: "${image}" }]
`

describe("releases", () => {
  const apps = { "apps/release.yaml": release("web") }

  test("a chart's version, its image, and no noise", async () => {
    const difference = await differenceOf(
      host,
      { ...apps, ...chart({ "templates/a.yaml": deployment("web:1.0") }, "1.0.0") },
      { ...apps, ...chart({ "templates/a.yaml": deployment("web:2.0", "2.0.0", "b") }, "2.0.0") },
    )
    expect(difference.versions).toEqual([
      {
        cluster: "production",
        id: expect.objectContaining({ kind: "HelmRelease", name: "web" }),
        what: "chart ./charts/web",
        before: "1.0.0",
        after: "2.0.0",
      },
    ])
    expect(difference.images).toMatchObject([
      { before: "web:1.0", after: "web:2.0", objects: [{ kind: "Deployment", name: "web" }] },
    ])
    expect(difference.objects.map(({ fields }) => fields)).toEqual([
      [
        {
          path: "spec.template.spec.containers[web].image",
          kind: "changed",
          before: "web:1.0",
          after: "web:2.0",
        },
      ],
    ])
    expect(difference.objects[0]).toMatchObject({ restarts: true })
  })

  test("noise alone is counted, and that Pods are replaced by it", async () => {
    const difference = await differenceOf(
      host,
      { ...apps, ...chart({ "templates/a.yaml": deployment("web:1.0") }) },
      { ...apps, ...chart({ "templates/a.yaml": deployment("web:1.0", "1.0.1", "b") }, "1.0.1") },
    )
    expect(difference.objects).toEqual([])
    expect(difference.appliers).toMatchObject([
      { id: { kind: "HelmRelease", name: "web" }, noise: 1, restarts: 1 },
    ])
  })

  test("the namespace of the release need not be written", async () => {
    const before = { ...apps, ...chart({ "templates/a.yaml": deployment("web:1.0") }) }
    const template = deployment("web:1.0").replace("name: web\n", "name: web\n  namespace: apps\n")
    const after = { ...apps, ...chart({ "templates/a.yaml": template }) }
    const difference = await differenceOf(host, before, after)
    expect({ objects: difference.objects, appliers: difference.appliers }).toEqual({
      objects: [],
      appliers: [],
    })
  })

  const kept = (policy: string): string =>
    `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\n  annotations: { helm.sh/resource-policy: ${policy} }\nspec: { accessModes: [ReadWriteOnce] }\n`
  const base = { "templates/a.yaml": deployment("web:1.0") }

  test("what a chart renders no more is deleted, unless it is kept", async () => {
    const of = async (policy: string): Promise<Difference> =>
      await differenceOf(
        host,
        { ...apps, ...chart({ ...base, "templates/b.yaml": kept(policy) }) },
        { ...apps, ...chart(base, "1.0.1") },
      )
    expect(actions(await of("keep"))).toEqual([
      "left PersistentVolumeClaim apps/data `helm.sh/resource-policy: keep`",
    ])
    expect(dangersIn(await of("delete"))).toEqual([
      expect.stringContaining("data-loss: PersistentVolumeClaim apps/data is deleted"),
    ])
  })

  const crd = (scope: string): string =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: things.example.com }\nspec: { group: example.com, scope: ${scope}, names: { kind: Thing, plural: things }, versions: [] }\n`

  test("Helm neither deletes nor changes the definitions of a chart's `crds/`", async () => {
    const before = { ...apps, ...chart({ ...base, "crds/a.yaml": crd("Namespaced") }) }
    const gone = await differenceOf(host, before, { ...apps, ...chart(base, "1.0.1") })
    expect(actions(gone)).toEqual([
      "left CustomResourceDefinition things.example.com Helm deletes no definition of a chart's `crds/`",
    ])
    const changed = await differenceOf(host, before, {
      ...apps,
      ...chart({ ...base, "crds/a.yaml": crd("Cluster") }, "1.0.1"),
    })
    expect(changed.objects).toMatchObject([
      { note: expect.stringContaining("`upgrade.crds` of HelmRelease apps/web is `Skip`") },
    ])
    expect([...dangersIn(gone), ...dangersIn(changed)]).toEqual([])
    const release_ = { "apps/release.yaml": release("web", "upgrade: { crds: CreateReplace }") }
    const replaced = await differenceOf(
      host,
      { ...before, ...release_ },
      { ...release_, ...chart({ ...base, "crds/a.yaml": crd("Cluster") }, "1.0.1") },
    )
    expect(dangersIn(replaced)).toEqual([
      expect.stringContaining("immutable: CustomResourceDefinition things.example.com"),
    ])
  })

  test("hooks come and go, and are no objects of the release", async () => {
    const hook =
      "apiVersion: batch/v1\nkind: Job\nmetadata: { name: migrate, annotations: { helm.sh/hook: pre-upgrade } }\nspec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: 'a:1' }] } } }\n"
    const before = { ...apps, ...chart({ ...base, "templates/b.yaml": hook }) }
    const gone = await differenceOf(host, before, { ...apps, ...chart(base, "1.0.1") })
    expect(gone.objects).toEqual([])
    const newer = { ...base, "templates/b.yaml": hook.replace("a:1", "a:2") }
    const other = { ...apps, ...chart(newer, "1.0.1") }
    const changed = await differenceOf(host, before, other)
    expect(changed.images).toMatchObject([{ before: "a:1", after: "a:2" }])
    expect(dangersIn(changed)).toEqual([])
  })

  test("a chart in Git whose version stays is not seen to change", async () => {
    const before = { ...apps, ...chart({ ...base, "templates/b.yaml": kept("none") }) }
    const newer = { "templates/a.yaml": deployment("web:2.0").replaceAll("app: web", "app: shop") }
    const difference = await differenceOf(host, before, { ...apps, ...chart(newer) })
    const why =
      "the version of the chart of HelmRelease apps/web stays, so that Flux does not see that its files change (`reconcileStrategy`)"
    expect([...actions(difference)].sort()).toEqual([
      `changed Deployment apps/web ${why}`,
      `left PersistentVolumeClaim apps/data ${why}`,
    ])
    expect([...dangersIn(difference), ...difference.images]).toEqual([])
    expect(difference.appliers).toMatchObject([{ restarts: 0 }])
    const spec = "reconcileStrategy: Revision, sourceRef:"
    const revision = { "apps/release.yaml": release("web").replace("sourceRef:", spec) }
    const seen = await differenceOf(
      host,
      { ...before, ...revision },
      { ...revision, ...chart(newer) },
    )
    expect(dangersIn(seen)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("data-loss: PersistentVolumeClaim apps/data is deleted"),
        expect.stringContaining("immutable: Deployment apps/web changes `spec.selector`"),
      ]),
    )
  })

  test("the commit in the version of a chart in Git, which nobody knows, is no change", async () => {
    const spec = "reconcileStrategy: Revision, sourceRef:"
    const revision = { "apps/release.yaml": release("web").replace("sourceRef:", spec) }
    const versioned = `${kept("none")}data: { version: "{{ .Chart.Version }}" }\n`
    const files = { ...revision, ...chart({ ...base, "templates/b.yaml": versioned }) }
    const other = { ...files, "README.md": "another commit\n" }
    expect((await differenceOf(host, files, other)).objects).toEqual([])
    // What is known to change is one: the strategy.
    const before = { ...apps, ...chart({ ...base, "templates/b.yaml": versioned }) }
    const fields = (await differenceOf(host, before, files)).objects.flatMap((one) => one.fields)
    expect(fields).toContainEqual(
      expect.objectContaining({ before: "1.0.0", after: "1.0.0+hashnotknown" }),
    )
  })

  test("another name makes another release of it, and with it data go", async () => {
    const templates = chart({ ...base, "templates/b.yaml": kept("none") })
    const difference = await differenceOf(
      host,
      { ...apps, ...templates },
      { "apps/release.yaml": release("web", "releaseName: shop"), ...templates },
    )
    expect(dangersIn(difference)).toEqual([
      "pruned: HelmRelease apps/web changes its release from `web` to `shop`: Flux uninstalls the release with the 2 objects of it, and installs a new one.",
      expect.stringMatching(
        /^data-loss: .* With it PersistentVolumeClaim apps\/data is deleted\.$/u,
      ),
    ])
    const same = await differenceOf(
      host,
      { ...apps, ...templates },
      { "apps/release.yaml": release("web", "releaseName: web"), ...templates },
    )
    expect(dangersIn(same)).toEqual([])
  })

  test("a HelmRelease of another name that takes over the release loses it", async () => {
    const templates = chart(base)
    const difference = await differenceOf(
      host,
      { ...apps, ...templates },
      { "apps/release.yaml": release("shop", "releaseName: web"), ...templates },
    )
    expect(dangersIn(difference)).toEqual(
      expect.arrayContaining([
        "pruned: HelmRelease apps/web goes, and HelmRelease apps/shop takes over its Helm release `web`: Flux uninstalls with the former what the latter has.",
      ]),
    )
  })
})

describe("what cannot be compared is said, and nothing is concluded from it", () => {
  const two = {
    "clusters/production/apps.yaml": kustomization("apps") + kustomization("two"),
    "apps/a.yaml": stays,
    "two/a.yaml": configMap("one"),
  }

  test("a Kustomization that does not build any more deletes nothing", async () => {
    const broken = { ...two, "two/kustomization.yaml": "resources: [gone.yaml]\n" }
    const difference = await differenceOf(host, two, broken)
    expect(difference.objects).toEqual([])
    expect(difference.uncompared).toMatchObject([
      {
        cluster: "production",
        what: "what Kustomization flux-system/two applies",
        reason: expect.stringMatching(
          /^it does not build, and Flux applies nothing of it: .*gone\.yaml/u,
        ),
        side: "after",
      },
    ])
  })

  test("nor does what it would apply in its turn", async () => {
    const nested = {
      ...two,
      "two/a.yaml": kustomization("three"),
      "three/a.yaml": configMap("three"),
    }
    const broken = { ...nested, "two/kustomization.yaml": "resources: [a.yaml, gone.yaml]\n" }
    const difference = await differenceOf(host, nested, {
      ...broken,
      "three/a.yaml": configMap("other"),
    })
    expect(difference.objects).toEqual([])
  })

  test("a chart that is not here on either side", async () => {
    const elsewhere = {
      "apps/a.yaml": `${stays}---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: far, namespace: apps }
spec: { interval: 1m, chart: { spec: { chart: far, version: 1.0.0, sourceRef: { kind: HelmRepository, name: far } } } }
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: { name: far, namespace: apps }
spec: { interval: 1m, url: https://charts.example.com }
`,
    }
    const newer = { "apps/a.yaml": elsewhere["apps/a.yaml"].replace("1.0.0", "2.0.0") }
    const difference = await differenceOf(host, elsewhere, newer)
    expect(difference.versions).toMatchObject([
      { what: "chart far", before: "1.0.0", after: "2.0.0" },
    ])
    expect(difference.uncompared.map(({ what }) => what)).toContain(
      "what HelmRelease apps/far applies",
    )
  })

  test("a cluster that is no longer here", async () => {
    const staging = {
      "clusters/staging/flux-system/gotk-sync.yaml": `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: flux-system, namespace: flux-system }
spec: { interval: 1m, url: ssh://git@example.com/fleet }
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: flux-system, namespace: flux-system }
spec: { interval: 1m, path: ./clusters/staging, prune: true, sourceRef: { kind: GitRepository, name: flux-system } }
`,
      "clusters/staging/apps.yaml": kustomization("apps"),
    }
    const difference = await differenceOf(host, { ...two, ...staging }, two)
    expect(difference.objects).toEqual([])
    expect(difference.uncompared).toMatchObject([
      {
        cluster: "staging",
        what: "what becomes of Kustomization flux-system/flux-system and of what it applies",
        side: "after",
      },
    ])
    const created = await differenceOf(host, two, { ...two, ...staging })
    expect(created.uncompared).toEqual([])
    expect(actions(created)).toContain("created Kustomization flux-system/apps")
  })

  test("a release that goes and was never rendered says so", async () => {
    const far = {
      "apps/a.yaml": `${stays}---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: far, namespace: apps }
spec: { interval: 1m, chart: { spec: { chart: far, sourceRef: { kind: HelmRepository, name: external } } } }
`,
    }
    const difference = await differenceOf(host, far, { "apps/a.yaml": stays })
    expect(dangersIn(difference)).toEqual([
      "pruned: HelmRelease apps/far is deleted, and with it what it has applied, which is not known here.",
    ])
    expect(difference.uncompared).toMatchObject([
      { what: "what HelmRelease apps/far applies", side: "before" },
    ])
  })

  test("equal repositories have no difference", async () => {
    const difference = await differenceOf(host, two, two)
    expect(difference).toMatchObject({
      objects: [],
      appliers: [],
      images: [],
      versions: [],
      uncompared: [],
      counts: { kustomizations: 3, releases: 0 },
    })
  })
})
