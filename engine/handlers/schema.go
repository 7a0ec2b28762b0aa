package handlers

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"
)

// violation is one value that a chart's values.schema.json rejects.
type violation struct {
	Path    []any  `json:"path"`
	Message string `json:"message"`
	Chart   string `json:"chart,omitempty"`
}

// missingSchemaError says that a schema refers to another one that the caller has not sent.
type missingSchemaError struct{ url string }

func (e *missingSchemaError) Error() string {
	return "values.schema.json refers to " + e.url + ", which was not fetched"
}

// validateValues applies the schemas of a chart and its subcharts, with the validator and in the order of Helm's
// ValidateAgainstSchema, which would fetch schemas from the network.
func validateValues(c *chart.Chart, values map[string]any, remote map[string]string, result *helmResult) error {
	validation := schemaValidation{remote: remote}
	validation.chart(c, values, nil)
	result.SchemaSkipped = strings.Join(validation.skipped, "; ")
	if validation.text.Len() == 0 {
		return nil
	}
	err := fmt.Errorf("values don't meet the specifications of the schema(s) in the following chart(s):\n%s", validation.text.String())
	return &helmFailure{step: "schema", violations: validation.violations, err: err}
}

type schemaValidation struct {
	remote     map[string]string
	text       strings.Builder
	violations []violation
	skipped    []string
}

func (v *schemaValidation) chart(c *chart.Chart, values map[string]any, at []string) {
	if c.Schema != nil {
		v.schema(c, values, at)
	}
	for _, dependency := range c.Dependencies() {
		name := dependency.Name()
		value, exists := values[name]
		if !exists || value == nil {
			continue
		}
		path := append(at[:len(at):len(at)], name)
		table, isTable := asTable(value)
		if !isTable {
			text := fmt.Sprintf("invalid type for values: expected object (map), got %T", value)
			fmt.Fprintf(&v.text, "%s:\n%s\n", name, text)
			v.violations = append(v.violations, violation{valuePath(nil, path), text, name})
			continue
		}
		v.chart(dependency, table, path)
	}
}

func asTable(value any) (map[string]any, bool) {
	switch value := value.(type) {
	case map[string]any:
		return value, true
	case common.Values:
		return value, true
	}
	return nil, false
}

func (v *schemaValidation) schema(c *chart.Chart, values map[string]any, at []string) {
	err := validateAgainst(c.Schema, values, v.remote)
	var load *jsonschema.LoadURLError
	if errors.As(err, &load) {
		err = load.Err
	}
	var unknown *missingSchemaError
	var invalid *jsonschema.ValidationError
	switch {
	case err == nil:
	case errors.As(err, &unknown):
		v.skipped = append(v.skipped, c.Name()+": "+unknown.Error())
	case errors.As(err, &invalid):
		text := strings.TrimPrefix(invalid.Error(), "jsonschema validation failed with 'file:///values.schema.json#'\n")
		fmt.Fprintf(&v.text, "%s:\n%s\n", c.Name(), text)
		v.collect(c.Name(), invalid, values, at)
	default:
		fmt.Fprintf(&v.text, "%s:\n%s", c.Name(), err.Error())
	}
}

var english = message.NewPrinter(language.English)

// collect gives one violation for each rejected value: what no cause explains further, or a choice of which no
// alternative fits.
func (v *schemaValidation) collect(chartName string, failed *jsonschema.ValidationError, values any, at []string) {
	_, anyOf := failed.ErrorKind.(*kind.AnyOf)
	_, oneOf := failed.ErrorKind.(*kind.OneOf)
	if len(failed.Causes) > 0 && !anyOf && !oneOf {
		for _, cause := range failed.Causes {
			v.collect(chartName, cause, values, at)
		}
		return
	}
	path := valuePath(values, failed.InstanceLocation)
	for i := len(at) - 1; i >= 0; i-- {
		path = append([]any{at[i]}, path...)
	}
	if extra, isExtra := failed.ErrorKind.(*kind.AdditionalProperties); isExtra {
		for _, property := range extra.Properties {
			own := append(path[:len(path):len(path)], property)
			v.violations = append(v.violations, violation{own, "additional properties '" + property + "' not allowed", chartName})
		}
		return
	}
	v.violations = append(v.violations, violation{path, failed.ErrorKind.LocalizedString(english), chartName})
}

// valuePath turns the steps of a JSON pointer into keys and indices.
func valuePath(values any, steps []string) []any {
	path := make([]any, 0, len(steps))
	for _, step := range steps {
		if table, isTable := asTable(values); isTable {
			values = table[step]
		} else if items, isList := values.([]any); isList {
			if index, err := strconv.Atoi(step); err == nil && index < len(items) {
				values = items[index]
				path = append(path, index)
				continue
			}
		}
		path = append(path, step)
	}
	return path
}

func validateAgainst(schemaJSON []byte, values map[string]any, remote map[string]string) (err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("unable to validate schema: %s", panicked)
		}
	}()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(schemaJSON))
	if err != nil {
		return err
	}
	loader := schemaLoader(remote)
	compiler := jsonschema.NewCompiler()
	compiler.UseLoader(loader)
	const location = "file:///values.schema.json"
	if err := compiler.AddResource(location, schema); err != nil {
		return err
	}
	validator, err := compiler.Compile(location)
	if err != nil {
		return err
	}
	return validator.Validate(values)
}

// schemaLoader serves the schemas that the caller has fetched; the engine itself reads neither network nor disk.
type schemaLoader map[string]string

func (l schemaLoader) Load(address string) (any, error) {
	parsed, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	switch parsed.Scheme {
	case "http", "https":
		if text, found := l[address]; found {
			return jsonschema.UnmarshalJSON(strings.NewReader(text))
		}
		return nil, &missingSchemaError{address}
	case "urn":
		return true, nil
	case "file":
		return nil, fmt.Errorf("open %s: %w", parsed.Path, errNotExist)
	}
	return nil, &jsonschema.UnsupportedURLSchemeError{}
}
