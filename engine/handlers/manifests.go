package handlers

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	chart "helm.sh/helm/v4/pkg/chart/v2"
	release "helm.sh/helm/v4/pkg/release/v1"
	releaseutil "helm.sh/helm/v4/pkg/release/v1/util"
)

// addObjects puts documents in Helm's order of installation, and tells hooks from other manifests.
func addObjects(result *helmResult, documents []document) error {
	files, err := headsOf(documents)
	if err != nil {
		return err
	}
	hooks, manifests, err := releaseutil.SortManifests(files, nil, releaseutil.InstallOrder)
	if err != nil {
		return err
	}
	for _, manifest := range manifests {
		if err := result.add(documents[indexOf(manifest.Content)], "manifest"); err != nil {
			return err
		}
	}
	for _, hook := range hooks {
		role := "test"
		if slices.ContainsFunc(hook.Events, func(event release.HookEvent) bool { return event != release.HookTest }) {
			role = "hook"
		}
		if err := result.add(documents[indexOf(hook.Manifest)], role); err != nil {
			return err
		}
	}
	return nil
}

// documentHead is what Helm's sorting reads of a document; the index leads back to it.
type documentHead struct {
	Index      int `json:"index"`
	APIVersion any `json:"apiVersion,omitempty"`
	Kind       any `json:"kind,omitempty"`
	Metadata   struct {
		Name        any `json:"name,omitempty"`
		Annotations any `json:"annotations,omitempty"`
	} `json:"metadata"`
}

func headsOf(documents []document) (map[string]string, error) {
	files := map[string]string{}
	for i, document := range documents {
		head := documentHead{Index: i, APIVersion: document.object["apiVersion"], Kind: document.object["kind"]}
		if head.Kind == nil {
			return nil, fmt.Errorf("unable to build kubernetes objects from %s: Object 'Kind' is missing", document.template)
		}
		if metadata, isTable := document.object["metadata"].(map[string]any); isTable {
			head.Metadata.Name, head.Metadata.Annotations = metadata["name"], metadata["annotations"]
		}
		text, err := json.Marshal(head)
		if err != nil {
			return nil, err
		}
		addText(files, document.template, string(text))
	}
	return files, nil
}

func indexOf(text string) int {
	var head documentHead
	if err := json.Unmarshal([]byte(text), &head); err != nil {
		panic(err)
	}
	return head.Index
}

// add adds a document, or the items of a list.
func (r *helmResult) add(document document, role string) error {
	objects := []any{document.object}
	kind, _ := document.object["kind"].(string)
	if items, isList := document.object["items"].([]any); isList && strings.HasSuffix(kind, "List") {
		objects = items
	}
	for _, object := range objects {
		spec := takenSpec(object, r.specs)
		manifest, err := json.Marshal(object)
		if err != nil {
			return fmt.Errorf("YAML parse error on %s: %w", document.template, err)
		}
		r.objects = append(r.objects, renderedObject{Template: document.template, Role: role, Spec: spec, manifest: manifest})
	}
	return nil
}

// addCRDs adds the definitions in crds/ of the chart and its enabled subcharts; other objects there are ignored.
func addCRDs(result *helmResult, c *chart.Chart, loaded *loadedChart, request helmRequest) error {
	for _, file := range c.CRDObjects() {
		definitions, err := loaded.definitionsIn(file.File, request.SpecsAsText)
		if err != nil {
			return &helmFailure{step: "parse", err: fmt.Errorf("YAML parse error on %s: %w", file.Filename, err)}
		}
		for _, definition := range definitions {
			manifest, err := definition.encode(request.ownerLabels())
			if err != nil {
				return err
			}
			object := renderedObject{Template: file.Filename, Role: "crd", manifest: manifest}
			if request.SpecsKnown {
				object.SpecBytes = len(definition.spec)
			} else {
				object.Spec = definition.spec
			}
			result.objects = append(result.objects, object)
		}
	}
	return nil
}
