// Package kubernetes stands in for client-go's: Helm imports it to find the module's version.
package kubernetes
