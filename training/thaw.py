"""The files that ship → a checkpoint to learn on from: what int8 rounded stays rounded, the rest is as it was.

    python -m training.thaw --encoder FOLDER --layers 5 --name default --out runs/thawed.pt

One thing to know: this saves the hours of a whole training when only the corpus has grown; ``training.reader
--start`` takes the checkpoint.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from tacitus.reader.model import WEIGHTS
from training.encoder import Encoder
from training.export import LINKS
from training.reader import Reader

_OUTPUT = re.compile(r"/(.+)/MatMul_output_0_output_quantized")


def thaw(folder: Path, model: Reader) -> None:
    """Give a model the weights of a folder that ``training.export`` wrote. ValueError if one is missing."""
    graph = onnx.load(folder / "reader.onnx").graph
    stored = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    state = dict(model.state_dict())
    found: dict[str, np.ndarray] = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and (match := _OUTPUT.fullmatch(node.output[0])):
            name = node.input[1].removesuffix("_quantized")
            found[match[1].replace("/", ".") + ".weight"] = _real(stored, name).T
        elif node.op_type == "QAttention":  # query, key and value in one matrix
            layer, name = node.output[0].split("/")[2], node.input[1].removesuffix("_quantized")
            thirds = zip(np.split(_real(stored, name).T, 3), np.split(stored[node.input[2]], 3), strict=True)
            for part, (weight, bias) in zip(("query", "key", "value"), thirds, strict=True):
                found |= {f"encoder.{layer}.attention.{part}.weight": weight}
                found |= {f"encoder.{layer}.attention.{part}.bias": bias}
    for name in stored:
        if name.endswith("weight_quantized"):
            found[name.removesuffix("_quantized")] = _real(stored, name.removesuffix("_quantized"))
        elif name in state:
            found[name] = stored[name]
    links = np.load(folder / "links.npz")
    found |= {f"{theirs}.weight": links[mine] for mine, theirs in LINKS.items()}
    found |= {"both.bias": links["bias"], "deep.bias": links["deep_bias"]}
    trained = set(state) - {"encoder.word.weight"}  # the words are never trained: the encoder's own are whole
    found = {name: value for name, value in found.items() if name in trained}
    if missing := trained - set(found):
        raise ValueError(f"{folder} lacks {sorted(missing)[0]} and {len(missing) - 1} more")
    model.load_state_dict(state | {name: torch.tensor(np.array(value, np.float32)) for name, value in found.items()})


def _real(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    whole = stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"].astype(np.float32)
    real: np.ndarray = whole * stored[f"{name}_scale"]
    return real


def main() -> None:
    """Read the arguments and write the checkpoint."""
    parse = argparse.ArgumentParser(description="Make a checkpoint of a reader that ships.")
    parse.add_argument("--encoder", type=Path, required=True)
    parse.add_argument("--layers", type=int)
    parse.add_argument("--name", default="default", help="the reader's name, or a folder to read from")
    parse.add_argument("--out", type=Path, required=True)
    args = parse.parse_args()
    folder = Path(args.name) if "/" in args.name else WEIGHTS / args.name
    biases = {item.name: item.dims[0] for item in onnx.load(folder / "reader.onnx").graph.initializer if item.dims}
    model = Reader(Encoder(args.encoder, args.layers, biases["encoder.layers.0.up.bias"]))
    thaw(folder, model)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"model": model.state_dict()}, args.out)
    sys.stdout.write(f"{args.out} written\n")


if __name__ == "__main__":
    main()
