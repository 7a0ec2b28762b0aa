package handlers

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	securefs "github.com/fluxcd/pkg/kustomize/filesys"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// artifactRoot is where a tree seems to lie; it is cut out of every message.
const artifactRoot = "/__artifact__"

// systemError has the operating system's words on every platform.
type systemError string

func (e systemError) Error() string { return string(e) }

func (e systemError) Is(target error) bool {
	return e == errNotExist && target == fs.ErrNotExist
}

const (
	errNotExist     = systemError("no such file or directory")
	errNotDirectory = systemError("not a directory")
	errIsDirectory  = systemError("is a directory")
)

// sourceFS is what kustomize sees of a tree: fluxcd's secure on-disk file system, in memory. Nothing outside
// the tree exists; what a build writes lasts as long as the build. It notes all that a build looks at.
type sourceFS struct {
	tree    *tree
	overlay map[string][]byte
	inputs  map[string]struct{}
	// onKustomization may refuse a kustomization file that kustomize is about to read.
	onKustomization func(file string, data []byte) error
}

var _ filesys.FileSystem = (*sourceFS)(nil)

func newSourceFS(t *tree) *sourceFS {
	return &sourceFS{tree: t, overlay: map[string][]byte{}, inputs: map[string]struct{}{}}
}

// inside gives the path relative to the tree, and whether it lies in the tree at all.
func (f *sourceFS) inside(name string) (string, bool) {
	clean := path.Clean(name)
	if clean == artifactRoot {
		return ".", true
	}
	return strings.CutPrefix(clean, artifactRoot+"/")
}

func (f *sourceFS) secure(op, name string) (string, error) {
	rel, ok := f.inside(name)
	if !ok {
		err := errors.New("path '" + name + "' is not in or below '" + artifactRoot + "'")
		return "", &securefs.ConstraintError{Op: op, Path: name, Err: err}
	}
	f.inputs[rel] = struct{}{}
	return rel, nil
}

func (f *sourceFS) isFolder(rel string) bool {
	_, found := f.tree.folders[rel]
	return found
}

func (f *sourceFS) content(rel string) ([]byte, bool) {
	if data, found := f.overlay[rel]; found {
		return data, true
	}
	data, found := f.tree.files[rel]
	return data, found
}

// absence says why a path is not there, as lstat would for each part of it.
func (f *sourceFS) absence(rel string) error {
	parts := strings.Split(rel, "/")
	for i := range parts {
		prefix := path.Join(parts[:i+1]...)
		if _, isFile := f.content(prefix); isFile && i+1 < len(parts) {
			return errNotDirectory
		} else if !isFile && !f.isFolder(prefix) {
			return &fs.PathError{Op: "lstat", Path: path.Join(artifactRoot, prefix), Err: errNotExist}
		}
	}
	return nil
}

func (f *sourceFS) names(rel string) []string {
	names := slices.Clone(f.tree.folders[rel])
	for written := range f.overlay {
		if path.Dir(written) == rel {
			names = append(names, path.Base(written))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (f *sourceFS) Exists(name string) bool {
	rel, err := f.secure("stat", name)
	if err != nil {
		return false
	}
	_, isFile := f.content(rel)
	return isFile || f.isFolder(rel)
}

func (f *sourceFS) IsDir(name string) bool {
	rel, err := f.secure("stat", name)
	return err == nil && f.isFolder(rel)
}

func (f *sourceFS) ReadDir(name string) ([]string, error) {
	rel, err := f.secure("open", name)
	if err != nil {
		return nil, err
	}
	if !f.isFolder(rel) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errNotExist}
	}
	return f.names(rel), nil
}

func (f *sourceFS) CleanedAbs(name string) (filesys.ConfirmedDir, string, error) {
	rel, err := f.secure("abs", name)
	if err != nil {
		return "", "", err
	}
	if f.isFolder(rel) {
		return filesys.ConfirmedDir(path.Join(artifactRoot, rel)), "", nil
	}
	if err := f.absence(rel); err != nil {
		return "", "", &evalError{name, err}
	}
	return filesys.ConfirmedDir(path.Join(artifactRoot, path.Dir(rel))), path.Base(rel), nil
}

// evalError reads like the on-disk file system's failure to resolve a path.
type evalError struct {
	name string
	err  error
}

func (e *evalError) Error() string {
	return "evalsymlink failure on '" + e.name + "' : " + e.err.Error()
}

func (e *evalError) Unwrap() error { return e.err }

func (f *sourceFS) ReadFile(name string) ([]byte, error) {
	rel, err := f.secure("read", name)
	if err != nil {
		return nil, err
	}
	if f.isFolder(rel) {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errIsDirectory}
	}
	data, found := f.content(rel)
	if !found {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errNotExist}
	}
	if f.onKustomization != nil && isKustomizationName(path.Base(rel)) {
		if err := f.onKustomization(rel, data); err != nil {
			return nil, err
		}
	}
	return slices.Clone(data), nil
}

func (f *sourceFS) WriteFile(name string, data []byte) error {
	rel, err := f.secure("write", name)
	if err != nil {
		return err
	}
	f.overlay[rel] = data
	return nil
}

func (f *sourceFS) Walk(name string, visit filepath.WalkFunc) error {
	rel, err := f.secure("walk", name)
	if err != nil {
		return err
	}
	if _, isFile := f.content(rel); !isFile && !f.isFolder(rel) {
		err = visit(name, nil, &fs.PathError{Op: "lstat", Path: name, Err: errNotExist})
	} else {
		err = f.walk(name, rel, visit)
	}
	if err == filepath.SkipDir || err == filepath.SkipAll {
		return nil
	}
	return err
}

// walk follows filepath.Walk: names in order, SkipDir on a file skips the rest of its folder.
func (f *sourceFS) walk(name, rel string, visit filepath.WalkFunc) error {
	f.inputs[rel] = struct{}{}
	if !f.isFolder(rel) {
		data, _ := f.content(rel)
		return visit(name, fileInfo{path.Base(rel), int64(len(data)), 0o644}, nil)
	}
	if err := visit(name, fileInfo{path.Base(rel), 0, fs.ModeDir | 0o755}, nil); err != nil {
		return err
	}
	for _, child := range f.names(rel) {
		childRel := path.Join(rel, child)
		err := f.walk(filepath.Join(name, child), childRel, visit)
		if err == filepath.SkipDir && f.isFolder(childRel) {
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *sourceFS) Glob(pattern string) ([]string, error) {
	var matches []string
	for rel := range f.tree.files {
		name := path.Join(artifactRoot, rel)
		matched, err := filepath.Match(pattern, name)
		if err != nil {
			return nil, err
		}
		if matched {
			f.inputs[path.Dir(rel)] = struct{}{}
			matches = append(matches, name)
		}
	}
	slices.Sort(matches)
	return matches, nil
}

func (f *sourceFS) Open(name string) (filesys.File, error) {
	data, err := f.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return &openFile{strings.NewReader(string(data)), fileInfo{path.Base(name), int64(len(data)), 0o644}}, nil
}

func (f *sourceFS) Create(name string) (filesys.File, error) {
	return nil, &fs.PathError{Op: "create", Path: name, Err: fs.ErrPermission}
}

func (f *sourceFS) Mkdir(name string) error {
	return &fs.PathError{Op: "mkdir", Path: name, Err: fs.ErrPermission}
}

func (f *sourceFS) MkdirAll(name string) error { return f.Mkdir(name) }

func (f *sourceFS) RemoveAll(name string) error {
	return &fs.PathError{Op: "remove", Path: name, Err: fs.ErrPermission}
}

type openFile struct {
	io.Reader
	info fileInfo
}

func (o *openFile) Write([]byte) (int, error)  { return 0, fs.ErrPermission }
func (o *openFile) Close() error               { return nil }
func (o *openFile) Stat() (fs.FileInfo, error) { return o.info, nil }

type fileInfo struct {
	name string
	size int64
	mode fs.FileMode
}

func (i fileInfo) Name() string       { return i.name }
func (i fileInfo) Size() int64        { return i.size }
func (i fileInfo) Mode() fs.FileMode  { return i.mode }
func (i fileInfo) ModTime() time.Time { return time.Time{} }
func (i fileInfo) IsDir() bool        { return i.mode.IsDir() }
func (i fileInfo) Sys() any           { return nil }
