package handlers

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"helm.sh/helm/v4/pkg/chart/common"
	"sigs.k8s.io/yaml"
)

// definition is a CustomResourceDefinition of a chart. Definitions can be larger than all else in it, and nothing of
// them depends on values: they stay encoded, all but the metadata.
type definition struct {
	fields   map[string]json.RawMessage
	metadata map[string]any
}

// definitionsIn gives the definitions of a file in crds/, parsed once for all renders.
func (l *loadedChart) definitionsIn(file *common.File) ([]definition, error) {
	if known, found := l.definitions[file]; found {
		return known, nil
	}
	definitions := []definition{}
	for _, text := range splitDocuments(string(file.Data)) {
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
		definitions = append(definitions, definition{fields, metadata})
	}
	if l.definitions == nil {
		l.definitions = map[*common.File][]definition{}
	}
	l.definitions[file] = definitions
	return definitions, nil
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
