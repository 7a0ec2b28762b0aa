import type { KindVectors } from "./rule-vector.ts"

const ref = { name: "a" }
const sync = { kind: "OCIRepository", url: "oci://example.com/a", ref: "latest", path: "." }
const named = { name: "a", resources: [{}] }

/** Objects for the rules of flux-operator's kinds. */
export const operatorVectors: Readonly<Record<string, KindVectors>> = {
  FluxInstance: {
    base: { distribution: { version: "2.x", registry: "ghcr.io/fluxcd" } },
    rules: {
      "self.metadata.name == 'flux'": { passes: {}, fails: { $name: "other" } },
      "!has(self.sharding) || !has(self.sharding.storage) || self.sharding.storage != 'persistent' || has(self.storage)":
        {
          passes: {
            sharding: { shards: ["a"], storage: "persistent" },
            storage: { class: "a", size: "1Gi" },
          },
          fails: { sharding: { shards: ["a"], storage: "persistent" } },
        },
      "(has(self.objectLevelWorkloadIdentity) && self.objectLevelWorkloadIdentity) || !has(self.multitenantWorkloadIdentity) || !self.multitenantWorkloadIdentity":
        {
          passes: {
            cluster: { multitenantWorkloadIdentity: true, objectLevelWorkloadIdentity: true },
          },
          fails: { cluster: { multitenantWorkloadIdentity: true } },
        },
      "!has(self.provider) || self.provider != 'gcp' || self.kind == 'OCIRepository' || self.kind == 'Bucket'":
        {
          passes: { sync: { ...sync, provider: "gcp" } },
          fails: { sync: { ...sync, kind: "GitRepository", provider: "gcp" } },
        },
      "!has(self.provider) || self.provider != 'github' || self.kind == 'GitRepository'": {
        passes: { sync: { ...sync, kind: "GitRepository", provider: "github" } },
        fails: { sync: { ...sync, provider: "github" } },
      },
    },
  },
  FluxReport: {
    base: { distribution: { entitlement: "Issued", status: "Installed" } },
    rules: { "self.metadata.name == 'flux'": { passes: {}, fails: { $name: "other" } } },
  },
  ResourceSet: {
    base: { resources: [{}] },
    rules: {
      "!has(self.steps) || (!has(self.resources) && !has(self.resourcesTemplate))": {
        passes: { resources: null, steps: [named] },
        fails: { steps: [named] },
      },
      "has(self.steps) || has(self.resources) || has(self.resourcesTemplate)": {
        passes: { resources: null, resourcesTemplate: "a" },
        fails: { resources: null },
      },
      "!has(self.includeEmptyProviders) || self.name == 'Permute'": {
        passes: { inputStrategy: { name: "Permute", includeEmptyProviders: true } },
        fails: { inputStrategy: { name: "Flatten", includeEmptyProviders: true } },
      },
      "has(self.name) || has(self.selector)": {
        passes: { inputsFrom: [{ kind: "ResourceSetInputProvider", name: "a" }] },
        fails: { inputsFrom: [{ kind: "ResourceSetInputProvider" }] },
      },
      "!has(self.name) || !has(self.selector)": {
        passes: { inputsFrom: [{ kind: "ResourceSetInputProvider", selector: {} }] },
        fails: { inputsFrom: [{ kind: "ResourceSetInputProvider", name: "a", selector: {} }] },
      },
      "self.all(s, self.exists_one(t, t.name == s.name))": {
        passes: { resources: null, steps: [named, { ...named, name: "b" }] },
        fails: { resources: null, steps: [named, named] },
      },
      "has(self.resources) || has(self.resourcesTemplate)": {
        passes: { resources: null, steps: [{ name: "a", resourcesTemplate: "a" }] },
        fails: { resources: null, steps: [{ name: "a" }] },
      },
    },
  },
  ResourceSetInputProvider: {
    base: { type: "OCIArtifactTag", url: "oci://example.com/a" },
    rules: providerRules(),
  },
}

function providerRules(): KindVectors["rules"] {
  const external = { type: "ExternalArtifact", url: null, selectors: [{ name: "a" }] }
  const service = { type: "ExternalService", url: "https://example.com/a" }
  const azure = { type: "AzureDevOpsBranch", url: "https://example.com/a" }
  const commit = { type: "AWSCodeCommitBranch", url: "https://example.com/a" }
  const staticInputs = { type: "Static", url: null }
  return {
    "self.type != 'Static' || !has(self.url)": {
      passes: staticInputs,
      fails: { type: "Static" },
    },
    "self.type != 'ExternalArtifact' || !has(self.url)": {
      passes: external,
      fails: { ...external, url: "oci://example.com/a" },
    },
    "self.type == 'Static' || self.type == 'ExternalArtifact' || has(self.url)": {
      passes: {},
      fails: { url: null },
    },
    "!self.type.startsWith('Git') || self.url.startsWith('http')": {
      passes: { type: "GitHubBranch", url: "https://example.com/a" },
      fails: { type: "GitHubBranch" },
    },
    "!self.type.startsWith('AzureDevOps') || self.url.startsWith('http://') || self.url.startsWith('https://')":
      { passes: azure, fails: { ...azure, url: "oci://example.com/a" } },
    "!self.type.startsWith('AWSCodeCommit') || self.url.startsWith('https://')": {
      passes: commit,
      fails: { ...commit, url: "http://example.com/a" },
    },
    "!self.type.endsWith('ArtifactTag') || self.url.startsWith('oci')": {
      passes: {},
      fails: { url: "https://example.com/a" },
    },
    "!self.type.endsWith('ArtifactTag') || !self.url.startsWith('oci://') || self.url.substring(6).contains('/')":
      { passes: {}, fails: { url: "oci://example.com" } },
    "self.type != 'ExternalService' || self.url.startsWith('http')": {
      passes: service,
      fails: { type: "ExternalService" },
    },
    "!has(self.insecure) || !self.insecure || self.type == 'ExternalService' || self.type == 'OCIArtifactTag'":
      {
        passes: { insecure: true },
        fails: { type: "GitHubBranch", url: "https://example.com/a", insecure: true },
      },
    "self.type != 'ExternalService' || !self.url.startsWith('http://') || (has(self.insecure) && self.insecure)":
      {
        passes: { ...service, url: "http://example.com/a", insecure: true },
        fails: { ...service, url: "http://example.com/a" },
      },
    "!has(self.serviceAccountName) || self.type.startsWith('AzureDevOps') || self.type.startsWith('AWSCodeCommit') || self.type.endsWith('ArtifactTag') || self.type == 'ExternalArtifact'":
      {
        passes: { serviceAccountName: "a" },
        fails: { ...staticInputs, serviceAccountName: "a" },
      },
    "!has(self.certSecretRef) || !(self.type == 'Static' || self.type == 'ExternalArtifact' || self.type.startsWith('AzureDevOps') || self.type.startsWith('AWSCodeCommit') || (self.type.endsWith('ArtifactTag') && self.type != 'OCIArtifactTag'))":
      { passes: { certSecretRef: ref }, fails: { ...azure, certSecretRef: ref } },
    "!has(self.secretRef) || !(self.type == 'Static' || self.type == 'ExternalArtifact' || self.type.startsWith('AWSCodeCommit') || (self.type.endsWith('ArtifactTag') && self.type != 'OCIArtifactTag'))":
      { passes: { secretRef: ref }, fails: { ...commit, secretRef: ref } },
    "self.type != 'ExternalArtifact' || (has(self.selectors) && size(self.selectors) > 0)": {
      passes: external,
      fails: { ...external, selectors: null },
    },
    "self.type == 'ExternalArtifact' || !has(self.selectors)": {
      passes: external,
      fails: { selectors: [{ name: "a" }] },
    },
    "!has(self.name) || (!has(self.matchLabels) && !has(self.matchExpressions))": {
      passes: { ...external, selectors: [{ matchLabels: { a: "b" } }] },
      fails: { ...external, selectors: [{ name: "a", matchLabels: { a: "b" } }] },
    },
  }
}
