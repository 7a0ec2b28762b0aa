package main

import (
	"context"
	"encoding/json"
	"errors"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

// objectReader is a cluster that holds a fixed list of ConfigMaps and Secrets.
type objectReader struct {
	client.Client
	objects []map[string]any
}

func (r objectReader) Get(_ context.Context, key client.ObjectKey, into client.Object, _ ...client.GetOption) error {
	kind := ""
	switch into.(type) {
	case *corev1.ConfigMap:
		kind = "ConfigMap"
	case *corev1.Secret:
		kind = "Secret"
	default:
		return errors.New("only ConfigMaps and Secrets can be read")
	}
	for _, candidate := range r.objects {
		object := unstructured.Unstructured{Object: candidate}
		if object.GetKind() != kind || object.GetName() != key.Name || object.GetNamespace() != key.Namespace {
			continue
		}
		text, err := json.Marshal(candidate)
		if err != nil {
			return err
		}
		return json.Unmarshal(text, into)
	}
	resource := map[string]string{"ConfigMap": "configmaps", "Secret": "secrets"}[kind]
	return apierrors.NewNotFound(schema.GroupResource{Resource: resource}, key.Name)
}
