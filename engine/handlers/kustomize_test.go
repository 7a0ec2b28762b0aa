package handlers

import (
	"testing"

	"sigs.k8s.io/kustomize/kyaml/openapi"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
)

func buildFiles(files map[string]string) kustomizeResult {
	contents := map[string][]byte{}
	for name, text := range files {
		contents[name] = []byte(text)
	}
	return New().kustomize(newTree(contents), kustomizeRequest{Kustomization: map[string]any{}})
}

// TestOwnSchemaDoesNotLeak builds with a schema of its own, which kustomize keeps in a global.
func TestOwnSchemaDoesNotLeak(t *testing.T) {
	schema := `{"definitions": {"v1alpha1.MyCRD": {"type": "object", "x-kubernetes-group-version-kind": [{"group": "example.com", "kind": "MyCRD", "version": "v1alpha1"}]}}}`
	files := map[string]string{
		"kustomization.yaml": "resources: [a.yaml]\nopenapi: {path: schema.json}\n",
		"a.yaml":             "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
		"schema.json":        schema,
	}
	if result := buildFiles(files); result.Status != "built" {
		t.Fatal(result.Message)
	}
	if version := openapi.GetSchemaVersion(); version == "using custom schema from file provided" {
		t.Error(version)
	}
	if openapi.SchemaForResourceType(kyaml.TypeMeta{APIVersion: "example.com/v1alpha1", Kind: "MyCRD"}) != nil {
		t.Error("the schema is still there")
	}
}

// TestOriginalIdentity covers what kustomize forgets at the end of a build: the names before renaming.
func TestOriginalIdentity(t *testing.T) {
	result := buildFiles(map[string]string{
		"kustomization.yaml":      "resources: [base]\nnamePrefix: b-\nnamespace: web\n",
		"base/kustomization.yaml": "resources: [a.yaml]\nnamePrefix: a-\nconfigMapGenerator: [{name: env, literals: [A=1]}]\n",
		"base/a.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: x, namespace: own}\n" +
			"---\napiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n" +
			"---\napiVersion: v1\nkind: Secret\nmetadata: {name: y}\n",
	})
	want := map[string]objectID{
		"Service": {"Service", "x", "own"}, "Namespace": {"Namespace", "web", ""},
		"Secret": {"Secret", "y", ""}, "ConfigMap": {"ConfigMap", "env", ""},
	}
	if len(result.objects) != len(want) {
		t.Fatal(result)
	}
	for _, object := range result.objects {
		if object.Original != want[object.Original.Kind] {
			t.Errorf("%v instead of %v", object.Original, want[object.Original.Kind])
		}
	}
}
