package handlers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"helm.sh/helm/v4/pkg/chart/common"
	"sigs.k8s.io/yaml"
)

// definition is a CustomResourceDefinition in crds/ of a chart. Nothing of it depends on values: all but the metadata
// stays encoded.
type definition struct {
	fields   map[string]json.RawMessage
	metadata map[string]any
	// spec is the YAML of the field where the caller reads it itself.
	spec string
}

// definitionsIn gives the definitions of a file in crds/, parsed once for all renders that ask for the same form.
func (l *loadedChart) definitionsIn(file *common.File, asText bool) ([]definition, error) {
	key := definitionsKey{file, asText}
	if known, found := l.definitions[key]; found {
		return known, nil
	}
	definitions := []definition{}
	for _, text := range splitDocuments(string(file.Data)) {
		spec := ""
		if section, found := findSpec(text); found && asText {
			spec = section.of(text)
			text = section.replacedIn(text, "")
		}
		data, err := yaml.YAMLToJSON([]byte(text))
		if err != nil {
			return nil, err
		}
		var fields map[string]json.RawMessage
		if err := json.Unmarshal(data, &fields); err != nil {
			return nil, err
		}
		var metadata map[string]any
		if !bytes.Equal(fields["kind"], []byte(`"CustomResourceDefinition"`)) || json.Unmarshal(fields["metadata"], &metadata) != nil {
			continue
		}
		delete(fields, "metadata")
		definitions = append(definitions, definition{fields, metadata, spec})
	}
	if l.definitions == nil {
		l.definitions = map[definitionsKey][]definition{}
	}
	l.definitions[key] = definitions
	return definitions, nil
}

// definitionsKey tells files and the form in which their definitions are asked for.
type definitionsKey struct {
	file   *common.File
	asText bool
}

// encode gives the definition with further labels.
func (d definition) encode(labels map[string]string) (json.RawMessage, error) {
	metadata := maps.Clone(d.metadata)
	if len(labels) > 0 {
		own, _ := metadata["labels"].(map[string]any)
		merged := maps.Clone(own)
		if merged == nil {
			merged = map[string]any{}
		}
		for key, value := range labels {
			merged[key] = value
		}
		metadata["labels"] = merged
	}
	encoded, err := json.Marshal(metadata)
	if err != nil {
		return nil, err
	}
	result := append([]byte(`{"metadata":`), encoded...)
	for _, name := range slices.Sorted(maps.Keys(d.fields)) {
		key, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		result = append(append(append(append(result, ','), key...), ':'), d.fields[name]...)
	}
	return append(result, '}'), nil
}

// specPlaceholder stands for the spec of a definition while Helm's manifests are sorted and labelled.
const specPlaceholder = "sluice-spec-of-definition-"

// takeSpecs replaces the specs of large definitions among rendered files: neither Helm nor the labels of
// helm-controller look into them, and in WebAssembly they take longer to parse than all else.
func takeSpecs(files map[string]string) (specs []string) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		content := files[name]
		if !strings.Contains(content, "\nkind: CustomResourceDefinition\n") || strings.Contains(content, specPlaceholder) {
			continue
		}
		var result strings.Builder
		for _, text := range splitDocuments(content) {
			start := strings.Index(content, text)
			result.WriteString(content[:start])
			content = content[start+len(text):]
			if section, found := findSpec(text); found {
				replacement := fmt.Sprintf("spec: %s%d\n", specPlaceholder, len(specs))
				specs = append(specs, section.of(text))
				text = section.replacedIn(text, replacement)
			}
			result.WriteString(text)
		}
		files[name] = result.String() + content
	}
	return specs
}

// takenSpec gives the spec that takeSpecs has taken out of an object, and removes what stands in its place.
func takenSpec(object any, specs []string) string {
	fields, _ := object.(map[string]any)
	placeholder, _ := fields["spec"].(string)
	number, found := strings.CutPrefix(placeholder, specPlaceholder)
	index, err := strconv.Atoi(number)
	if !found || err != nil || index >= len(specs) {
		return ""
	}
	delete(fields, "spec")
	return specs[index]
}

// section is where a top-level field of a document begins and ends.
type section struct{ start, end int }

func (s section) of(text string) string { return text[s.start:s.end] }

func (s section) replacedIn(text, replacement string) string {
	return text[:s.start] + replacement + text[s.end:]
}

// smallestSpec is the size from which on a spec is worth being taken out.
const smallestSpec = 4096

// lastField is how the last line of a spec may look: a scalar over several lines could mean something else without what
// follows it.
var lastField = regexp.MustCompile(`^ *(- )?[A-Za-z]+: ?[\w{}\[\]"./-]*$`)

// findSpec finds the spec of a definition that is written as everybody writes it: a block at the start of a line. What it
// does not see through it leaves alone, and so does the caller with a spec that is no YAML.
func findSpec(text string) (section, bool) {
	start := strings.Index(text, "\nspec:\n") + 1
	head := "\n" + text[:start]
	if start == 0 || !strings.Contains(head, "\nkind: CustomResourceDefinition\n") ||
		!strings.Contains(head, "\napiVersion: apiextensions.k8s.io/v1\n") {
		return section{}, false
	}
	end, found := endOfField(text, start+len("spec:\n"))
	if !found || end-start < smallestSpec {
		return section{}, false
	}
	spec := strings.TrimRight(text[start:end], " \n")
	return section{start, end}, lastField.MatchString(spec[strings.LastIndexByte(spec, '\n')+1:])
}

// endOfField finds the next top-level field, or the end; other text at the start of a line is nothing that it knows.
func endOfField(text string, start int) (end int, found bool) {
	for line := start; line < len(text); {
		if first := text[line]; 'a' <= first && first <= 'z' {
			return line, true
		} else if first != ' ' && first != '\n' && first != '#' {
			return 0, false
		}
		next := strings.IndexByte(text[line:], '\n')
		if next < 0 {
			break
		}
		line += next + 1
	}
	return len(text), true
}
