import { expect, test } from "vitest"
import { readFailure } from "./failure.ts"

// Messages of kustomize 5.8 with fluxcd/pkg/kustomize 1.41, paths relative to the artifact.
test.each([
  {
    title: "a file that is missing",
    message:
      "kustomize build failed: accumulating resources: accumulation err='accumulating resources from 'b.yaml': open apps/b.yaml: no such file or directory': must build at directory: not a valid directory: evalsymlink failure on 'apps/b.yaml' : lstat apps/b.yaml: no such file or directory",
    failure: {
      cause: "open apps/b.yaml: no such file or directory",
      folder: undefined,
      entry: "b.yaml",
    },
  },
  {
    title: "a file that is missing in a base",
    message:
      "kustomize build failed: accumulating resources: accumulation err='accumulating resources from '../base': read apps/base: is a directory': recursed accumulation of path 'apps/base': accumulating resources: accumulation err='accumulating resources from 'b.yaml': open apps/base/b.yaml: no such file or directory': must build at directory: not a valid directory: evalsymlink failure on 'apps/base/b.yaml' : lstat apps/base/b.yaml: no such file or directory",
    failure: {
      cause: "open apps/base/b.yaml: no such file or directory",
      folder: "apps/base",
      entry: "b.yaml",
    },
  },
  {
    title: "a folder without a kustomization file",
    message:
      "kustomize build failed: accumulating resources: accumulation err='accumulating resources from 'sub': read apps/sub: is a directory': couldn't make target for path 'apps/sub': unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory 'apps/sub'",
    failure: {
      cause:
        "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory 'apps/sub'",
      folder: "apps/sub",
      entry: undefined,
    },
  },
  {
    title: "a patch in a component, quoted as Go does",
    message:
      'kustomize build failed: accumulating components: accumulateDirectory: "recursed accumulation of path \'c\': no resource matches strategic merge patch \\"ConfigMap.v1.[noGrp]/b.[noNs]\\": no matches for Id ConfigMap.v1.[noGrp]/b.[noNs]; failed to find unique target for patch ConfigMap.v1.[noGrp]/b.[noNs]"',
    failure: {
      cause:
        'no resource matches strategic merge patch "ConfigMap.v1.[noGrp]/b.[noNs]": no matches for Id ConfigMap.v1.[noGrp]/b.[noNs]; failed to find unique target for patch ConfigMap.v1.[noGrp]/b.[noNs]',
      folder: "c",
      entry: undefined,
    },
  },
  {
    title: "the configuration of a builtin transformer",
    message:
      "kustomize build failed: trouble configuring builtin PatchTransformer with config: `\npath: p.yaml\n`: failed to get the patch file from path(p.yaml): open apps/p.yaml: no such file or directory",
    failure: {
      cause:
        "failed to get the patch file from path(p.yaml): open apps/p.yaml: no such file or directory",
      folder: undefined,
      entry: undefined,
    },
  },
  {
    title: "the same object twice",
    message:
      "kustomize build failed: accumulating resources: accumulation err='merging resources from 'b.yaml': may not add resource with an already registered id: ConfigMap.v1.[noGrp]/a.[noNs]': must build at directory: 'apps/b.yaml': file is not directory",
    failure: {
      cause: "may not add resource with an already registered id: ConfigMap.v1.[noGrp]/a.[noNs]",
      folder: undefined,
      entry: "b.yaml",
    },
  },
  {
    title: "a key that is there twice",
    message:
      'kustomize build failed: map[string]interface {}(nil): yaml: unmarshal errors:\n  line 6: mapping key "data" already defined at line 5',
    failure: {
      cause: 'yaml: unmarshal errors: line 6: mapping key "data" already defined at line 5',
      folder: undefined,
      entry: undefined,
    },
  },
  {
    title: "anything else as it is",
    message: "failed to decode Kubernetes YAML from apps/values.yaml: missing Resource metadata",
    failure: {
      cause: "failed to decode Kubernetes YAML from apps/values.yaml: missing Resource metadata",
      folder: undefined,
      entry: undefined,
    },
  },
])("reads $title", ({ message, failure }) => {
  expect(readFailure(message)).toEqual(failure)
})
