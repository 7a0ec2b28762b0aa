package handlers

import (
	"maps"
	"slices"
)

// Values cross the border as JSON, in which Go reads every number as a float. To Helm all numbers of YAML values are
// floats, but those that `targetPath` sets are integers: their paths cross with the values.

// integersIn gives the paths of all integers: keys, and indices in lists.
func integersIn(value any) (paths [][]any) {
	var visit func(value any, path []any)
	visit = func(value any, path []any) {
		switch value := value.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(value)) {
				visit(value[key], append(slices.Clip(path), key))
			}
		case []any:
			for i, entry := range value {
				visit(entry, append(slices.Clip(path), i))
			}
		case int64:
			paths = append(paths, path)
		}
	}
	visit(value, nil)
	return paths
}

// restoreInteger makes the number at a path an integer again.
func restoreInteger(value any, path []any) any {
	if len(path) == 0 {
		if number, isNumber := value.(float64); isNumber {
			return int64(number)
		}
		return value
	}
	switch value := value.(type) {
	case map[string]any:
		if key, isKey := path[0].(string); isKey && value[key] != nil {
			value[key] = restoreInteger(value[key], path[1:])
		}
	case []any:
		if index, isIndex := path[0].(float64); isIndex && int(index) < len(value) {
			value[int(index)] = restoreInteger(value[int(index)], path[1:])
		}
	}
	return value
}
