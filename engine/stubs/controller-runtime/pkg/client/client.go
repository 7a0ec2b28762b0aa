// Package client stands in for controller-runtime's: Flux's packages read ConfigMaps and Secrets through it.
package client

import (
	"context"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
)

// ObjectKey identifies an object.
type ObjectKey = types.NamespacedName

// Object is any Kubernetes object.
type Object interface {
	metav1.Object
	runtime.Object
}

// GetOption exists for the signature only.
type GetOption interface{ ApplyToGet() }

// Client has the one verb that Flux's packages call.
type Client interface {
	Get(ctx context.Context, key ObjectKey, obj Object, opts ...GetOption) error
}
