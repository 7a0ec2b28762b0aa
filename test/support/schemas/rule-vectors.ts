import { operatorVectors } from "./operator-rule-vectors.ts"
import type { KindVectors } from "./rule-vector.ts"

const ref = { name: "a" }
const kubeConfigRules: KindVectors["rules"] = {
  "has(self.configMapRef) || has(self.secretRef)": {
    passes: { kubeConfig: { configMapRef: ref } },
    fails: { kubeConfig: {} },
  },
  "!has(self.configMapRef) || !has(self.secretRef)": {
    passes: { kubeConfig: { secretRef: ref } },
    fails: { kubeConfig: { configMapRef: ref, secretRef: ref } },
  },
}

const chart = { spec: { chart: "a", sourceRef: { kind: "HelmRepository", name: "a" } } }
const sts = { endpoint: "https://example.com", provider: "aws" }
const ldap = { endpoint: "https://example.com", provider: "ldap" }

/** For every rule in CEL of Flux's own definitions: an object that it accepts, and one that it refuses. */
export const ruleVectors: Readonly<Record<string, KindVectors>> = {
  HelmRelease: {
    base: { interval: "1m", chart },
    rules: {
      "(has(self.chart) && !has(self.chartRef)) || (!has(self.chart) && has(self.chartRef))": {
        passes: {},
        fails: { chartRef: { kind: "OCIRepository", name: "a" } },
      },
      "!has(self.retryInterval) || self.name != 'RemediateOnFailure'": {
        passes: { install: { strategy: { name: "RetryOnFailure", retryInterval: "1m" } } },
        fails: { install: { strategy: { name: "RemediateOnFailure", retryInterval: "1m" } } },
      },
      "!has(self.retryInterval) || self.name == 'RetryOnFailure'": {
        passes: { upgrade: { strategy: { name: "RetryOnFailure", retryInterval: "1m" } } },
        fails: { upgrade: { strategy: { name: "RemediateOnFailure", retryInterval: "1m" } } },
      },
      ...kubeConfigRules,
    },
  },
  Kustomization: {
    base: { interval: "1m", prune: true, sourceRef: { kind: "GitRepository", name: "a" } },
    rules: kubeConfigRules,
  },
  Bucket: {
    base: { interval: "1m", bucketName: "a", endpoint: "example.com", provider: "aws" },
    rules: {
      "self.provider == 'aws' || self.provider == 'generic' || !has(self.sts)": {
        passes: { sts },
        fails: { provider: "gcp", sts },
      },
      "self.provider != 'aws' || !has(self.sts) || self.sts.provider == 'aws'": {
        passes: { sts },
        fails: { sts: ldap },
      },
      // The provider is `generic` by default.
      "self.provider != 'generic' || !has(self.sts) || self.sts.provider == 'ldap'": {
        passes: { provider: null, sts: ldap },
        fails: { provider: null, sts },
      },
      "!has(self.sts) || self.sts.provider != 'aws' || !has(self.sts.secretRef)": {
        passes: { provider: "generic", sts: { ...ldap, secretRef: ref } },
        fails: { sts: { ...sts, secretRef: ref } },
      },
      "!has(self.sts) || self.sts.provider != 'aws' || !has(self.sts.certSecretRef)": {
        passes: { provider: "generic", sts: { ...ldap, certSecretRef: ref } },
        fails: { sts: { ...sts, certSecretRef: ref } },
      },
      "self.provider != 'generic' || !has(self.serviceAccountName)": {
        passes: { serviceAccountName: "a" },
        fails: { provider: null, serviceAccountName: "a" },
      },
      "!has(self.secretRef) || !has(self.serviceAccountName)": {
        passes: { secretRef: ref },
        fails: { secretRef: ref, serviceAccountName: "a" },
      },
    },
  },
  GitRepository: {
    base: { interval: "1m", url: "https://example.com/a" },
    rules: {
      "!has(self.serviceAccountName) || (has(self.provider) && self.provider == 'azure')": {
        passes: { serviceAccountName: "a", provider: "azure" },
        fails: { serviceAccountName: "a", provider: "github" },
      },
      "!has(self.serviceAccountName) || (has(self.provider) && (self.provider == 'azure' || self.provider == 'aws'))":
        {
          passes: { serviceAccountName: "a", provider: "aws" },
          fails: { serviceAccountName: "a" },
        },
    },
  },
  HelmChart: {
    base: { interval: "1m", chart: "a", sourceRef: { kind: "HelmRepository", name: "a" } },
    rules: {
      "!has(self.verify) || self.sourceRef.kind == 'HelmRepository'": {
        passes: { verify: { provider: "cosign" } },
        fails: { verify: {}, sourceRef: { kind: "GitRepository", name: "a" } },
      },
    },
  },
  ArtifactGenerator: {
    base: {
      sources: [{ alias: "a", kind: "GitRepository", name: "a" }],
      artifacts: [{ name: "a", copy: [{ from: "@a/**", to: "@artifact/" }] }],
    },
    rules: {
      "has(self.pathPattern) && size(self.pathPattern) > 0 || self.artifacts.all(a, a.name.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$'))":
        {
          passes: {},
          fails: { artifacts: [{ name: "A_", copy: [{ from: "@a/**", to: "@artifact/" }] }] },
        },
    },
  },
  ImagePolicy: {
    base: {
      imageRepositoryRef: ref,
      policy: { semver: { range: "1.x" } },
    },
    rules: {
      "!has(self.interval) || (has(self.digestReflectionPolicy) && self.digestReflectionPolicy == 'Always')":
        {
          passes: { interval: "1m", digestReflectionPolicy: "Always" },
          fails: { interval: "1m" },
        },
      "has(self.interval) || !has(self.digestReflectionPolicy) || self.digestReflectionPolicy != 'Always'":
        {
          passes: { digestReflectionPolicy: "IfNotPresent" },
          fails: { digestReflectionPolicy: "Always" },
        },
    },
  },
  Provider: {
    base: { type: "github", address: "https://github.com/example/fleet" },
    rules: {
      "self.type == 'github' || self.type == 'gitlab' || self.type == 'gitea' || self.type == 'bitbucketserver' || self.type == 'bitbucket' || self.type == 'azuredevops' || !has(self.commitStatusExpr)":
        {
          passes: { commitStatusExpr: "'a'" },
          fails: { type: "slack", commitStatusExpr: "'a'" },
        },
    },
  },
  Receiver: {
    base: { type: "github", resources: [{ kind: "GitRepository", name: "a" }], secretRef: ref },
    rules: receiverRules(),
  },
  ...operatorVectors,
}

function receiverRules(): KindVectors["rules"] {
  const validations = [{ expression: "true", message: "a" }]
  const oidcProviders = [{ issuerURL: "https://example.com", audience: "a", validations }]
  const oidc = { type: "generic-oidc", secretRef: null, oidcProviders }
  return {
    "self.type != 'generic-oidc' || (has(self.oidcProviders) && size(self.oidcProviders) > 0)": {
      passes: oidc,
      fails: { type: "generic-oidc", secretRef: null },
    },
    "self.type == 'generic-oidc' || !has(self.oidcProviders) || size(self.oidcProviders) == 0": {
      passes: {},
      fails: { oidcProviders },
    },
    "self.type != 'generic-oidc' || !has(self.secretRef)": {
      passes: oidc,
      fails: { ...oidc, secretRef: ref },
    },
    "self.type == 'generic-oidc' || has(self.secretRef)": {
      passes: {},
      fails: { secretRef: null },
    },
  }
}
