import { add, type Change, type Defect, edit } from "../defect.ts"

const atuin = "kubernetes/apps/default/atuin"

/** The variables of the production cluster come from a ConfigMap. */
const variablesInConfigMap: readonly Change[] = [
  add(
    "hub/production-vars.yaml",
    [
      "apiVersion: v1",
      "kind: ConfigMap",
      "metadata:",
      "  name: cluster-vars",
      "  namespace: production",
      "data:",
      "  CLUSTER_NAME: production",
      "",
    ].join("\n"),
  ),
  edit(
    "hub/production.yaml",
    "    substitute:\n      CLUSTER_NAME: production\n",
    "    substituteFrom:\n      - kind: ConfigMap\n        name: cluster-vars\n",
  ),
]

/** Variables of `postBuild`. */
export const substitutionDefects: readonly Defect[] = [
  {
    kind: "a variable is not defined",
    repository: "onedr0p__home-ops",
    change: [edit(`${atuin}/app/helmrelease.yaml`, "TZ: America/New_York", `TZ: \${TIMEZONE}`)],
    finds: {
      rule: "subst-undefined-variable",
      severity: "error",
      path: `${atuin}/app/helmrelease.yaml`,
      line: `TZ: \${TIMEZONE}`,
    },
  },
  {
    kind: "a variable of a shared component lost its default",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/components/kopiur/backup/pvc.yaml",
        `\${KOPIUR_CAPACITY:=5Gi}`,
        `\${KOPIUR_CAPACITY}`,
      ),
    ],
    finds: {
      rule: "subst-undefined-variable",
      severity: "error",
      path: "kubernetes/components/kopiur/backup/pvc.yaml",
      line: `\${KOPIUR_CAPACITY}`,
    },
  },
  {
    kind: "a variable of a shared base is misspelt",
    repository: "fluxcd__flux2-hub-spoke-example",
    change: [
      edit(
        "deploy/tenants/podinfo.yaml",
        `namespace: "\${CLUSTER_NAME}"`,
        `namespace: "\${CLUSTER}"`,
      ),
    ],
    finds: {
      rule: "subst-undefined-variable",
      severity: "error",
      path: "deploy/tenants/podinfo.yaml",
      line: `namespace: "\${CLUSTER}"`,
    },
  },
  {
    kind: "a variable has a name that Flux cannot read",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        "kubernetes/apps/network/cloudflare-tunnel/app/dnsendpoint.yaml",
        `\${CLOUDFLARE_TUNNEL_ID}`,
        `\${cloudflare.tunnel}`,
      ),
    ],
    finds: {
      rule: "subst-syntax",
      severity: "error",
      path: "kubernetes/apps/network/cloudflare-tunnel/app/dnsendpoint.yaml",
      line: `\${cloudflare.tunnel}`,
    },
  },
  {
    kind: "a default is written as the shell writes it",
    repository: "onedr0p__home-ops",
    change: [
      edit(
        `${atuin}/app/helmrelease.yaml`,
        "TZ: America/New_York",
        `TZ: \${TIMEZONE-America/New_York}`,
      ),
    ],
    finds: {
      rule: "subst-unsupported-operator",
      severity: "error",
      path: `${atuin}/app/helmrelease.yaml`,
      line: `TZ: \${TIMEZONE-America/New_York}`,
    },
  },
  {
    kind: "an expression of another tool stands in a substituted manifest",
    repository: "fluxcd__flux2-hub-spoke-example",
    change: [
      edit(
        "deploy/tenants/cert-manager.yaml",
        "toolkit.fluxcd.io/tenant: sre-team",
        `toolkit.fluxcd.io/tenant: \${{ env.TEAM }}`,
      ),
    ],
    finds: {
      rule: "subst-foreign-expression",
      severity: "error",
      path: "deploy/tenants/cert-manager.yaml",
      line: `\${{ env.TEAM }}`,
    },
  },
  {
    kind: "the ConfigMap of substituteFrom was renamed",
    repository: "fluxcd__flux2-hub-spoke-example",
    given: variablesInConfigMap,
    change: [edit("hub/production-vars.yaml", "name: cluster-vars", "name: cluster-variables")],
    finds: {
      rule: "subst-source-missing",
      severity: "error",
      path: "hub/production.yaml",
      line: "name: cluster-vars",
    },
  },
  {
    kind: "the ConfigMap of substituteFrom lies in another namespace",
    repository: "fluxcd__flux2-hub-spoke-example",
    given: variablesInConfigMap,
    change: [edit("hub/production-vars.yaml", "namespace: production", "namespace: flux-system")],
    finds: {
      rule: "subst-source-missing",
      severity: "error",
      path: "hub/production.yaml",
      line: "name: cluster-vars",
    },
  },
  {
    kind: "the ConfigMap that two Kustomizations substitute from was renamed",
    repository: "toboshii__home-ops",
    change: [
      edit("cluster/config/cluster-settings.yaml", "name: cluster-settings", "name: settings"),
    ],
    finds: {
      rule: "subst-source-missing",
      severity: "warning",
      path: "cluster/flux/apps.yaml",
      line: "name: cluster-settings",
    },
    also: [
      {
        rule: "subst-source-missing",
        severity: "warning",
        path: "cluster/flux/core.yaml",
        line: "name: cluster-settings",
        because: "both Kustomizations take variables from it",
      },
    ],
    ends: [2, 3].map((number) => ({
      rule: "subst-undefined-variable",
      path: "cluster/apps/networking/external-dns/helm-release.yaml",
      because: `the ConfigMap that is missing now might define SECRET_DOMAIN_${number}`,
    })),
  },
]
