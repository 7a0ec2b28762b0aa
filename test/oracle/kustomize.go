package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	securejoin "github.com/cyphar/filepath-securejoin"
	generator "github.com/fluxcd/pkg/kustomize"
	ssautil "github.com/fluxcd/pkg/ssa/utils"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/api/resmap"
)

func failed(step string, err error) answer {
	return answer{Status: "failed", Step: step, Message: err.Error()}
}

// buildKustomization takes the steps of kustomize-controller 1.9.6 (internal/controller/kustomization_controller.go,
// reconcile, generate and build) in its order and with its calls, without decryption.
func buildKustomization(asked request) answer {
	kustomization := unstructured.Unstructured{Object: asked.Kustomization}
	path, _, err := unstructured.NestedString(asked.Kustomization, "spec", "path")
	if err != nil {
		return failed("path", err)
	}
	dir, err := securejoin.SecureJoin(asked.Root, path)
	if err != nil {
		return failed("path", err)
	}
	if _, err := os.Stat(dir); err != nil {
		return failed("path", fmt.Errorf("kustomization path not found: %w", err))
	}
	defer keepKustomizationFiles(dir)()

	if _, err := generator.NewGenerator(asked.Root, kustomization).WriteFile(dir); err != nil {
		return failed("generate", err)
	}
	// No remote bases: the tests never use the network.
	built, err := generator.SecureBuild(asked.Root, dir, false)
	if err != nil {
		return failed("build", fmt.Errorf("kustomize build failed: %w", err))
	}
	return finish(asked, kustomization, built)
}

func finish(asked request, kustomization unstructured.Unstructured, built resmap.ResMap) answer {
	if step, err := substitute(asked, kustomization, built); err != nil {
		return failed(step, err)
	}
	text, err := built.AsYaml()
	if err != nil {
		return failed("build", fmt.Errorf("kustomize build failed: %w", err))
	}
	read, err := ssautil.ReadObjects(bytes.NewReader(text))
	if err != nil {
		return failed("build", err)
	}
	objects := make([]map[string]any, 0, len(read))
	for _, object := range read {
		objects = append(objects, object.Object)
	}
	return answer{Status: "built", Objects: objects}
}

func substitute(asked request, kustomization unstructured.Unstructured, built resmap.ResMap) (string, error) {
	_, wanted, _ := unstructured.NestedMap(asked.Kustomization, "spec", "postBuild")
	strategy, _, _ := unstructured.NestedString(asked.Kustomization, "spec", "postBuild", "substituteStrategy")
	cluster := objectReader{objects: asked.Objects}
	for _, res := range built.Resources() {
		if res.GetName() == "" || res.GetKind() == "" || res.GetApiVersion() == "" {
			return "build", fmt.Errorf("failed to decode Kubernetes apiVersion, kind and name from: %v", res.String())
		}
		if !wanted {
			continue
		}
		substituted, err := generator.SubstituteVariables(context.Background(), cluster, kustomization, res,
			generator.SubstituteWithStrict(asked.Strict), generator.SubstituteWithAlways(strategy == "Always"))
		if err != nil {
			return "substitute", fmt.Errorf("post build failed for '%s/%s': %w", res.GetGvk(), res.GetName(), err)
		}
		if substituted == nil {
			continue
		}
		if _, err := built.Replace(res); err != nil {
			return "substitute", err
		}
	}
	return "", nil
}

// keepKustomizationFiles returns what puts the directory back as it was: WriteFile overwrites or creates a kustomization
// file, and one copy of a repository serves all of its kustomizations.
func keepKustomizationFiles(dir string) func() {
	before := map[string][]byte{}
	for _, name := range konfig.RecognizedKustomizationFileNames() {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			before[name] = content
		}
	}
	return func() {
		for _, name := range konfig.RecognizedKustomizationFileNames() {
			if content, existed := before[name]; existed {
				_ = os.WriteFile(filepath.Join(dir, name), content, 0o644)
			} else if info, err := os.Stat(filepath.Join(dir, name)); err == nil && !info.IsDir() {
				_ = os.Remove(filepath.Join(dir, name))
			}
		}
	}
}
