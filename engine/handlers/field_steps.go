package handlers

import (
	"strconv"
	"strings"

	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
)

// stepsOf turns a path as the API server writes it (`spec.ports[0].name`, `spec.limits[cpu]`) into keys and indices. Keys
// may hold dots and brackets themselves, so the object is asked what is there; a step into nothing is taken as it reads.
func stepsOf(path string, value any) []any {
	path = strings.TrimPrefix(path, ".")
	if path == "" || path == "<nil>" {
		return []any{}
	}
	if steps, found := walk(path, value); found {
		return steps
	}
	step, rest := firstStep(path)
	switch value := value.(type) {
	case map[string]any:
		return append([]any{step}, stepsOf(rest, value[step])...)
	case []any:
		if index, err := strconv.Atoi(step); err == nil && index >= 0 && index < len(value) {
			return append([]any{index}, stepsOf(rest, value[index])...)
		}
	}
	return append([]any{step}, stepsOf(rest, nil)...)
}

// walk finds the steps of a path that leads to a value.
func walk(path string, value any) ([]any, bool) {
	if path == "" {
		return []any{}, true
	}
	switch value := value.(type) {
	case map[string]any:
		for key, field := range value {
			for _, written := range []string{key, "." + key, "[" + key + "]"} {
				rest, isPrefix := strings.CutPrefix(path, written)
				if !isPrefix || (rest != "" && rest[0] != '.' && rest[0] != '[') {
					continue
				}
				if steps, found := walk(rest, field); found {
					return append([]any{key}, steps...), true
				}
			}
		}
	case []any:
		step, rest := firstStep(path)
		if index, err := strconv.Atoi(step); err == nil && index >= 0 && index < len(value) {
			if steps, found := walk(rest, value[index]); found {
				return append([]any{index}, steps...), true
			}
		}
	}
	return nil, false
}

// firstStep cuts `a` off `a.b` and `a[b]`, and `b` off `[b].c`.
func firstStep(path string) (step, rest string) {
	path = strings.TrimPrefix(path, ".")
	if strings.HasPrefix(path, "[") {
		if end := strings.IndexByte(path, ']'); end > 0 {
			return path[1:end], path[end+1:]
		}
		return path[1:], ""
	}
	if end := strings.IndexAny(path, ".["); end > 0 {
		return path[:end], path[end:]
	}
	return path, ""
}

// scopeOf counts the steps to `self`: the path without the rule's `fieldPath`, whose keys may be quoted.
func scopeOf(rule apiextensionsv1.ValidationRule, path string, object map[string]any) int {
	steps := stepsOf(path, object)
	if rule.FieldPath == "" {
		return len(steps)
	}
	below := strings.NewReplacer("['", ".", "']", "").Replace(rule.FieldPath)
	for scope := len(steps) - 1; scope >= 0; scope-- {
		var names []string
		for _, step := range steps[scope:] {
			if name, isKey := step.(string); isKey {
				names = append(names, name)
			}
		}
		if strings.Join(append([]string{""}, names...), ".") == below && len(names) == len(steps)-scope {
			return scope
		}
	}
	return 0
}

// cutTag splits a message around the tag of its rule.
func cutTag(message string) (before string, number int, after string, found bool) {
	parts := strings.SplitN(message, tagMark, 3)
	if len(parts) != 3 {
		return message, 0, "", false
	}
	number, err := strconv.Atoi(parts[1])
	return parts[0], number, parts[2], err == nil
}
