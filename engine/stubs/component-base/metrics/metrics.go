// Package metrics stands in for component-base's: nobody reads how long the engine takes. The real one brings
// Prometheus and an HTTP server.
package metrics

// StabilityLevel says how much a metric may change.
type StabilityLevel string

// The levels that the API server's packages name.
const (
	ALPHA  = StabilityLevel("ALPHA")
	BETA   = StabilityLevel("BETA")
	STABLE = StabilityLevel("STABLE")
)

// HistogramOpts describes a histogram.
type HistogramOpts struct {
	Namespace, Subsystem, Name, Help string
	Buckets                          []float64
	StabilityLevel                   StabilityLevel
}

// Registerable is what a registry takes.
type Registerable any

// Histogram forgets what it is told.
type Histogram struct{ *HistogramOpts }

// NewHistogram makes one.
func NewHistogram(opts *HistogramOpts) *Histogram { return &Histogram{opts} }

// Observe does nothing.
func (*Histogram) Observe(float64) {}

// ExponentialBuckets gives none.
func ExponentialBuckets(_, _ float64, _ int) []float64 { return nil }
