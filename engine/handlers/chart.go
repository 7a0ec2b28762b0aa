package handlers

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/fluxcd/pkg/chartutil"
	"helm.sh/helm/v4/pkg/chart/loader/archive"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	"helm.sh/helm/v4/pkg/ignore"
	"sigs.k8s.io/yaml"
)

// chartRequest brings a chart: an archive in the only blob, or files when paths are given.
type chartRequest struct {
	Digest  string `json:"digest"`
	Archive bool   `json:"archive"`
	packedFiles
}

// loadedChart is a chart as it came; each render works on a copy, since Helm changes charts.
type loadedChart struct {
	chart       *chart.Chart
	err         error
	definitions map[definitionsKey][]definition
}

func (e *Engine) putChart(request chartRequest, blobs [][]byte) any {
	loaded := &loadedChart{}
	if request.Archive {
		loaded.chart, loaded.err = loader.LoadArchive(bytes.NewReader(blobs[0]))
	} else {
		loaded.chart, loaded.err = loadFolder(request.unpack(blobs[0]))
	}
	size := 0
	if loaded.chart != nil {
		sortDependencies(loaded.chart)
		size = chartSize(loaded.chart)
	}
	e.charts.put(request.Digest, loaded, size)
	return struct{}{}
}

// loadFolder loads a chart's folder as Helm does: in order of paths, without what .helmignore names.
func loadFolder(files map[string][]byte) (*chart.Chart, error) {
	rules := ignore.Empty()
	if text, found := files[ignore.HelmIgnore]; found {
		parsed, err := ignore.Parse(bytes.NewReader(text))
		if err != nil {
			return nil, err
		}
		rules = parsed
	}
	rules.AddDefaults()
	var buffered []*archive.BufferedFile
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !isIgnored(rules, name) {
			data := bytes.TrimPrefix(files[name], []byte("\xef\xbb\xbf"))
			buffered = append(buffered, &archive.BufferedFile{Name: name, Data: data})
		}
	}
	return loader.LoadFiles(buffered)
}

func isIgnored(rules *ignore.Rules, name string) bool {
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		if rules.Ignore(folder, fileInfo{path.Base(folder), 0, fs.ModeDir | 0o755}) {
			return true
		}
	}
	return rules.Ignore(name, fileInfo{path.Base(name), 0, 0o644})
}

// sortDependencies undoes the random order in which Helm's loader visits subcharts.
func sortDependencies(c *chart.Chart) {
	dependencies := slices.Clone(c.Dependencies())
	slices.SortFunc(dependencies, func(a, b *chart.Chart) int {
		return cmp.Or(strings.Compare(a.Name(), b.Name()), strings.Compare(a.Metadata.Version, b.Metadata.Version))
	})
	c.SetDependencies(dependencies...)
	for _, dependency := range dependencies {
		sortDependencies(dependency)
	}
}

func chartSize(c *chart.Chart) int {
	size := 0
	for _, file := range c.Raw {
		size += len(file.Data)
	}
	for _, dependency := range c.Dependencies() {
		size += chartSize(dependency)
	}
	return size
}

// copyChart copies all that Helm changes while it renders; files and templates are shared.
func copyChart(c *chart.Chart) *chart.Chart {
	metadata := *c.Metadata
	metadata.Dependencies = make([]*chart.Dependency, len(c.Metadata.Dependencies))
	for i, dependency := range c.Metadata.Dependencies {
		if dependency != nil {
			entry := *dependency
			entry.ImportValues = slices.Clone(dependency.ImportValues)
			metadata.Dependencies[i] = &entry
		}
	}
	duplicate := &chart.Chart{
		Raw: c.Raw, Metadata: &metadata, Lock: c.Lock, Templates: c.Templates,
		Schema: c.Schema, Files: c.Files,
	}
	if c.Values != nil {
		duplicate.Values = copyValue(c.Values).(map[string]any)
	}
	for _, dependency := range c.Dependencies() {
		duplicate.AddDependency(copyChart(dependency))
	}
	return duplicate
}

func copyValue(value any) any {
	switch value := value.(type) {
	case map[string]any:
		if value == nil {
			return value
		}
		duplicate := make(map[string]any, len(value))
		for key, entry := range value {
			duplicate[key] = copyValue(entry)
		}
		return duplicate
	case []any:
		if value == nil {
			return value
		}
		duplicate := make([]any, len(value))
		for i, entry := range value {
			duplicate[i] = copyValue(entry)
		}
		return duplicate
	}
	return value
}

// valuesFile is an entry of spec.chart.spec.valuesFiles; the blob holds a file from outside the chart.
type valuesFile struct {
	Path string `json:"path"`
	Blob *int   `json:"blob"`
}

// replaceDefaults gives the chart the values that source-controller packages with it.
func replaceDefaults(c *chart.Chart, request helmRequest, blobs [][]byte) error {
	if len(request.ValuesFiles) == 0 {
		return nil
	}
	merged := map[string]any{}
	for _, file := range request.ValuesFiles {
		values, err := readDefaults(c, file, blobs)
		if errors.Is(err, fs.ErrNotExist) {
			if request.IgnoreMissingValuesFiles {
				continue
			}
			return fmt.Errorf("no values file found at path '%s'", file.Path)
		}
		if err != nil {
			return fmt.Errorf("unmarshaling values from '%s' failed: %w", file.Path, err)
		}
		merged = chartutil.MergeMaps(merged, values)
	}
	packaged, err := yaml.Marshal(merged)
	if err != nil {
		return err
	}
	c.Values, err = loader.LoadValues(bytes.NewReader(packaged))
	return err
}

func readDefaults(c *chart.Chart, file valuesFile, blobs [][]byte) (map[string]any, error) {
	name := path.Clean(file.Path)
	var data []byte
	switch {
	case file.Blob != nil:
		data = blobs[*file.Blob]
	case name == "values.yaml":
		return c.Values, nil
	default:
		for _, candidate := range c.Files {
			if candidate.Name == name {
				data = candidate.Data
			}
		}
		if data == nil {
			return nil, fs.ErrNotExist
		}
	}
	values := map[string]any{}
	return values, yaml.Unmarshal(data, &values)
}
