package main

import (
	"context"
	"encoding/json"
	"fmt"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apiextensions-apiserver/pkg/registry/customresource"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	kjson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// judgement is what an API server says of one custom resource, and what it would store.
type judgement struct {
	Unknown []string       `json:"unknown,omitempty"`
	Errors  []fieldError   `json:"errors,omitempty"`
	Stored  map[string]any `json:"stored"`
}

type fieldError struct {
	Type   string `json:"type"`
	Field  string `json:"field"`
	Detail string `json:"detail"`
}

// judgeObjects creates custom resources as the API server's registry does, all of one version of a kind.
func judgeObjects(asked request) answer {
	var external apiextensionsv1.JSONSchemaProps
	var internal apiextensions.JSONSchemaProps
	if err := json.Unmarshal(asked.Schema, &external); err != nil {
		return answer{Status: "failed", Message: err.Error()}
	}
	if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(&external, &internal, nil); err != nil {
		return answer{Status: "failed", Message: err.Error()}
	}
	structural, err := structuralschema.NewStructural(&internal)
	if err != nil {
		return answer{Status: "failed", Message: err.Error()}
	}
	structural = structural.DeepCopy()
	if err := defaulting.PruneDefaults(structural); err != nil {
		return answer{Status: "failed", Message: err.Error()}
	}
	validator, _, err := validation.NewSchemaValidator(&internal)
	if err != nil {
		return answer{Status: "failed", Message: err.Error()}
	}
	kind := schema.FromAPIVersionAndKind(asked.APIVersion, asked.Kind)
	strategy := customresource.NewStrategy(nil, true, kind, validator, nil, structural, nil, nil, nil)
	judgements := make([]judgement, 0, len(asked.Texts))
	for _, text := range asked.Texts {
		one, err := judgeObject(text, structural, strategy)
		if err != nil {
			return answer{Status: "failed", Message: err.Error()}
		}
		judgements = append(judgements, one)
	}
	return answer{Status: "judged", Judgements: judgements}
}

// strategy is the part of the registry that validates.
type strategy interface {
	Validate(ctx context.Context, object runtime.Object) field.ErrorList
}

func judgeObject(text json.RawMessage, structural *structuralschema.Structural, registry strategy) (result judgement, err error) {
	object := &unstructured.Unstructured{}
	if err := kjson.Unmarshal(text, &object.Object); err != nil {
		return result, fmt.Errorf("an object: %w", err)
	}
	track := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	result.Unknown = pruning.PruneWithOptions(object.Object, structural, true, track)
	defaulting.PruneNonNullableNullsWithoutDefaults(object.Object, structural)
	if err := objectmeta.Coerce(nil, object.Object, structural, false, false); err != nil {
		result.Errors = append(result.Errors, fieldError{string(err.Type), err.Field, err.Detail})
		result.Stored = object.Object
		return result, nil
	}
	defaulting.Default(object.Object, structural)
	for _, err := range registry.Validate(context.Background(), object) {
		result.Errors = append(result.Errors, fieldError{string(err.Type), err.Field, err.Detail})
	}
	result.Stored = object.Object
	return result, nil
}
