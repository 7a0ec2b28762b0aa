// Package rest stands in for client-go's: Helm names its Config, and the engine never has one.
package rest

// Config is never filled: the engine renders without a cluster.
type Config struct{}
