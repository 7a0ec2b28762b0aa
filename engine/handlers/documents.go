package handlers

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	release "helm.sh/helm/v4/pkg/release/v1"
	releaseutil "helm.sh/helm/v4/pkg/release/v1/util"
	"sigs.k8s.io/yaml"
)

// document is one rendered object and the template that it comes from.
type document struct {
	template string
	object   map[string]any
}

// parseFiles gives the documents as they are.
func parseFiles(files map[string]string) (documents []document, err error) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		for _, text := range documentsOf(name, files[name]) {
			object, err := parseDocument(text)
			if err != nil {
				return nil, &helmFailure{step: "parse", err: fmt.Errorf("YAML parse error on %s: %w", name, err)}
			}
			if object != nil {
				documents = append(documents, document{name, object})
			}
		}
	}
	return documents, nil
}

// parseDocument reads a manifest as Helm's client does: a release holds each with a newline after it, which a block
// scalar at the end takes in; hooks it holds as they are.
func parseDocument(text string) (object map[string]any, err error) {
	if err := yaml.Unmarshal([]byte(text+"\n"), &object); err != nil {
		return nil, err
	}
	metadata, _ := object["metadata"].(map[string]any)
	annotations, _ := metadata["annotations"].(map[string]any)
	if _, isHook := annotations[release.HookAnnotation]; !isHook || strings.HasSuffix(text, "\n") {
		return object, nil
	}
	object = nil
	return object, yaml.Unmarshal([]byte(text), &object)
}

// documentsOf splits a file as Helm does; partials have no documents.
func documentsOf(name, content string) []string {
	if strings.HasPrefix(path.Base(name), "_") {
		return nil
	}
	return splitDocuments(content)
}

func splitHooks(files map[string]string) (hooks, manifests map[string]string, err error) {
	hooks, manifests = map[string]string{}, map[string]string{}
	sortedHooks, sortedManifests, err := releaseutil.SortManifests(files, nil, releaseutil.InstallOrder)
	if err != nil {
		return nil, nil, err
	}
	for _, hook := range sortedHooks {
		addText(hooks, hook.Path, hook.Manifest)
	}
	for _, manifest := range sortedManifests {
		addText(manifests, manifest.Name, manifest.Content)
	}
	return hooks, manifests, nil
}

func addText(files map[string]string, name, text string) {
	if existing, found := files[name]; found {
		text = existing + "\n---\n" + text
	}
	files[name] = text
}

// splitDocuments splits a file where Helm's SplitManifests does, without its regular expression, which takes longer
// than the parsing of YAML.
func splitDocuments(content string) (documents []string) {
	content = strings.TrimLeftFunc(content, unicode.IsSpace)
	for content != "" {
		text, rest := content, ""
		if strings.HasPrefix(content, "---") {
			text, rest = "", content[3:]
		} else if end := strings.Index(content, "\n---"); end >= 0 {
			text, rest = content[:end+1], content[end+4:]
		}
		if strings.TrimSpace(text) != "" {
			documents = append(documents, strings.TrimLeftFunc(text, unicode.IsSpace))
		}
		content = strings.TrimLeft(rest, " \t")
	}
	return documents
}
