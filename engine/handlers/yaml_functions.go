package handlers

import (
	"encoding/json"
	"strings"
	"text/template"

	"sigs.k8s.io/yaml"
)

// yamlFunctions are Helm's functions between YAML and values, but a text is read and a value written once in a render:
// charts with a library pass the same values through `toYaml` and `fromYaml` hundreds of times.
func yamlFunctions() template.FuncMap {
	texts, tables, lists := map[string]string{}, map[string]map[string]any{}, map[string][]any{}
	return template.FuncMap{
		"toYaml": func(value any) string {
			data, err := json.Marshal(value)
			if err != nil {
				return ""
			}
			return remember(texts, string(data), func() string {
				text, err := yaml.JSONToYAML(data)
				if err != nil {
					return ""
				}
				return strings.TrimSuffix(string(text), "\n")
			})
		},
		"fromYaml": func(text string) map[string]any {
			return copyValue(remember(tables, text, func() map[string]any {
				table := map[string]any{}
				if err := yaml.Unmarshal([]byte(text), &table); err != nil {
					table["Error"] = err.Error()
				}
				return table
			})).(map[string]any)
		},
		"fromYamlArray": func(text string) []any {
			return copyValue(remember(lists, text, func() []any {
				list := []any{}
				if err := yaml.Unmarshal([]byte(text), &list); err != nil {
					list = []any{err.Error()}
				}
				return list
			})).([]any)
		},
	}
}

func remember[Value any](known map[string]Value, key string, find func() Value) Value {
	if value, found := known[key]; found {
		return value
	}
	value := find()
	known[key] = value
	return value
}
