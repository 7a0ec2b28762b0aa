// Prints the JSON Schema of a kustomization file: what kustomize's own types read.
package main

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"

	"sigs.k8s.io/kustomize/api/types"
)

type schema map[string]any

func main() {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", " ")
	result := schemaOf(reflect.TypeFor[types.Kustomization]())
	result["$schema"] = "http://json-schema.org/draft-07/schema#"
	result["title"] = "Kustomization"
	if err := encoder.Encode(result); err != nil {
		panic(err)
	}
}

func schemaOf(of reflect.Type) schema {
	switch of.Kind() {
	case reflect.Pointer:
		return schemaOf(of.Elem())
	case reflect.Struct:
		properties := schema{}
		addFields(of, properties)
		return schema{"type": "object", "properties": properties, "additionalProperties": false}
	case reflect.Slice:
		return schema{"type": "array", "items": schemaOf(of.Elem())}
	case reflect.Map:
		return schema{"type": "object", "additionalProperties": schemaOf(of.Elem())}
	case reflect.String:
		return schema{"type": "string"}
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.Int, reflect.Int32, reflect.Int64:
		return schema{"type": "integer"}
	default:
		return schema{}
	}
}

// addFields follows encoding/json: what is embedded without a name lends its fields.
func addFields(of reflect.Type, properties schema) {
	for index := range of.NumField() {
		field := of.Field(index)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Anonymous && name == "":
			addFields(indirect(field.Type), properties)
		case !field.IsExported() || name == "-":
		case name == "":
			properties[field.Name] = schemaOf(field.Type)
		default:
			properties[name] = schemaOf(field.Type)
		}
	}
}

func indirect(of reflect.Type) reflect.Type {
	if of.Kind() == reflect.Pointer {
		return of.Elem()
	}
	return of
}
