package handlers

import (
	"encoding/json"
	"fmt"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
)

// readObjects gives the objects that the controller reads back (fluxcd/pkg/ssa, ReadObjects): the items of what has
// items, and neither kustomization files nor documents that are no Kubernetes objects.
func readObjects(built []builtObject) ([]builtObject, error) {
	objects := []builtObject{}
	for _, object := range built {
		if isPlainObject(object.manifest) {
			objects = append(objects, object)
			continue
		}
		var read unstructured.Unstructured
		if err := read.UnmarshalJSON(object.manifest); err != nil {
			return nil, fmt.Errorf("error unmarshaling JSON: while decoding JSON: %w", err)
		}
		if read.IsList() {
			items, err := itemsOf(&read, object.manifest)
			if err != nil {
				return nil, err
			}
			for _, item := range items {
				objects = append(objects, builtObject{object.Origin, object.Original, item})
			}
		} else if read.GetName() != "" && read.GetKind() != "" && read.GetAPIVersion() != "" && !isKustomization(&read) {
			objects = append(objects, object)
		}
	}
	return objects, nil
}

// isPlainObject tells most objects without reading all of them: no list, no kustomization file, with all of its names.
func isPlainObject(manifest json.RawMessage) bool {
	var head struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
		Metadata   struct {
			Name string `json:"name"`
		} `json:"metadata"`
		Items json.RawMessage `json:"items"`
	}
	return json.Unmarshal(manifest, &head) == nil && head.Items == nil &&
		head.Metadata.Name != "" && head.Kind != "" && head.APIVersion != "" &&
		strings.Count(head.APIVersion, "/") <= 1 && !strings.EqualFold(head.Kind, "kustomization")
}

func isKustomization(object *unstructured.Unstructured) bool {
	return strings.EqualFold(object.GetKind(), "kustomization") &&
		strings.HasPrefix(object.GetAPIVersion(), "kustomize.config.k8s.io/")
}

func itemsOf(list *unstructured.Unstructured, manifest json.RawMessage) ([]json.RawMessage, error) {
	if err := list.EachListItem(func(runtime.Object) error { return nil }); err != nil {
		return nil, err
	}
	var raw struct {
		Items []json.RawMessage `json:"items"`
	}
	err := json.Unmarshal(manifest, &raw)
	return raw.Items, err
}
